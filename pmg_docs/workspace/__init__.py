"""Where things are: the officer's folders over the built-in files, and safe writing."""
