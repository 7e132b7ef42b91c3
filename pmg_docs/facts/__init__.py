"""`feiten.yaml`: what is known of a programme, with sources, and the rules that must hold."""
