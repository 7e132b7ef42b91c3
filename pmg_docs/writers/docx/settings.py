"""The settings of a letter: those of the shell, less what tells of its maker or asks the reader.

A final letter is protected against accidental change, without a password: whoever means to change
it has to say so in Word first. It is read only, and not open for remarks either, since a remark
that is saved makes another file of what went out.
"""

from lxml import etree

from pmg_docs.writers.docx.ooxml import W, child, in_order, parse, put, serialise, w

_DROPPED = tuple(
    w(name)
    for name in (
        "rsids", "attachedTemplate", "mailMerge", "trackRevisions", "docVars", "updateFields",
        "endnotePr", "saveThroughXslt", "linkStyles", "autoHyphenation", "documentProtection",
        "writeProtection", "proofState", "revisionView", "forceUpgrade", "savePreviewPicture",
    )
)  # fmt: skip
_IDENTITIES = tuple(
    f"{{http://schemas.microsoft.com/office/word/{year}/wordml}}docId" for year in (2010, 2012)
)
_ORDER = in_order(
    "writeProtection view zoom removePersonalInformation removeDateAndTime "
    "doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText "
    "printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts "
    "saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges "
    "bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors "
    "hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate linkStyles "
    "stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView "
    "trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride "
    "styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit "
    "hyphenationZone doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle "
    "defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting "
    "bookFoldPrintingSheets drawingGridHorizontalSpacing drawingGridVerticalSpacing "
    "displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery "
    "doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin "
    "doNotShadeFormData noPunctuationKerning characterSpacingControl printTwoOnOne "
    "strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture "
    "doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText "
    "doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags "
    "alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars "
    "rsids mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats "
    "doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType "
    "schemaLibrary shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator"
)
_WORD_2013 = "15"
_MODE, _MODE_OF = "compatibilityMode", "http://schemas.microsoft.com/office/word"


def apply_settings(settings: bytes | None, language: str, *, is_final: bool = False) -> bytes:
    """The settings of a letter in a language, with the signs that Dutch figures have.

    Word then lays out as it does today, asks nothing when it opens the letter, and breaks no words.

    Args:
        settings: the part of the shell; None when it has none.
        language: of the letter, such as `nl-NL`.
        is_final: whether it went out, and nobody is to change it by accident.
    """
    root = parse(settings) if settings else etree.Element(w("settings"), {}, {"w": W})
    for name in (*_DROPPED, *_IDENTITIES):
        for element in root.findall(name):
            root.remove(element)
    for notes in root.iter(w("footnotePr")):
        for note, identity in zip(notes.findall(w("footnote")), ("-1", "0"), strict=False):
            note.set(w("id"), identity)
    if is_final:
        put(root, "documentProtection", _ORDER, edit="readOnly", enforcement=1)
    _set_mode(child(root, "compat", _ORDER))
    put(root, "themeFontLang", _ORDER, val=language)
    put(root, "decimalSymbol", _ORDER, val=",")
    put(root, "listSeparator", _ORDER, val=";")
    return serialise(root)


def _set_mode(compat: etree._Element) -> None:
    for setting in compat.findall(w("compatSetting")):
        if setting.get(w("name")) == _MODE:
            compat.remove(setting)
    mode = etree.SubElement(compat, w("compatSetting"))
    for name, value in (("name", _MODE), ("uri", _MODE_OF), ("val", _WORD_2013)):
        mode.set(w(name), value)
