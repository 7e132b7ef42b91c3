"""What a dossier or a letter begins with."""
