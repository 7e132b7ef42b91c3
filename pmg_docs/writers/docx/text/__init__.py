"""The text of a letter as WordprocessingML: paragraphs, lists, tables, notes, signatures."""
