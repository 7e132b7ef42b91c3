"""Document types (`templates/<soort>/soort.yaml`) and house styles (`styles/<stijl>/stijl.yaml`).

Both are folders that an officer can add without Python.
"""
