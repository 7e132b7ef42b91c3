"""Validators of others over our files: each says what is wrong with a file, none of it ours.

Each module has `findings(files)`, which gives every file its findings, and raises where its
validator cannot be had: what was not looked at must never count as sound.
"""
