"""What a PDF says of itself: its title, maker and date, and the standards that it keeps to.

A PDF says this twice, in its information dictionary and in XMP (ISO 16684-1), and the two must
agree. PDF/A (ISO 19005-3, 6.6.2.3) wants a description of every kind of property that it does not
know itself: that of PDF/UA (ISO 14289-1, 5), and our own for kenmerk, status and fingerprint. It
forbids to lock a file (6.1.3), so a final one is not protected; its fingerprint tells of a change.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from pmg_docs.model.document import Document
from pmg_docs.model.seal import FINGERPRINT, KENMERK, STATUS
from pmg_docs.specs.style import Style

_CREATOR = "pmg_docs"

_OWN = "urn:pmg-docs:stuk:1#"
_STANDARDS = """\
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" \
pdfaid:part="3" pdfaid:conformance="A"/>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>"""


@dataclass(frozen=True, slots=True)
class _Schema:
    """A kind of properties that PDF/A does not know: of each its name, type, maker and meaning.

    The maker is `internal` for a program and `external` for a person.
    """

    title: str
    space: str
    prefix: str
    properties: tuple[tuple[str, str, str, str], ...]


_SCHEMAS = (
    _Schema(
        "PDF/UA identification", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid",
        (("part", "Integer", "internal", "Part of ISO 14289 that the file conforms to"),),
    ),
    _Schema(
        "Kenmerk en status van een stuk", _OWN, "pmg",
        (
            ("kenmerk", "Text", "external", "Kenmerk van het stuk"),
            ("status", "Text", "external", "Hoe ver het stuk is: concept of definitief"),
            ("vingerafdruk", "Text", "internal", "SHA-256 van de woorden van een definitief stuk"),
        ),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Identity:
    """What a file says of the document that it holds; what is not known is empty.

    `day` is the date of the letter as `2024-04-04`: a file has no other date. `status` is
    `concept` or `definitief`, and only then there is a `fingerprint`.
    """

    title: str
    author: str
    subject: str
    keywords: str
    language: str
    day: str
    kenmerk: str
    status: str
    fingerprint: str

    @classmethod
    def of(cls, document: Document, style: Style) -> "Identity":
        """Who and what a document is, by what it shows; the ministry may be that of its style."""
        reference = document.said_in("kenmerk")
        kind = document.word or document.type
        return cls(
            title=" ".join(document.title.split()),
            author=document.sender or " ".join(style.sender.ministerie),
            subject=f"{kind} {reference}".strip(),
            keywords=", ".join(filter(None, (kind, reference))),
            language=document.language,
            day=document.day,
            kenmerk=reference,
            status=document.status,
            fingerprint=document.fingerprint,
        )

    def add_to(self, pdf: Any, producer: str) -> None:
        """Write it in a file, in both places."""
        import pydyf

        info = {
            "Title": self.title, "Author": self.author, "Subject": self.subject,
            "Keywords": self.keywords, "Creator": _CREATOR, "Producer": producer,
            KENMERK: self.kenmerk, STATUS: self.status, FINGERPRINT: self.fingerprint,
        }  # fmt: skip
        pdf.info.clear()
        pdf.info |= {name: pydyf.String(text) for name, text in info.items() if text}
        if self.day:
            pdf.info["CreationDate"] = pydyf.String(pdf_day(self.day))
        # Not packed: any program that looks after files must be able to find it.
        packet = pydyf.Stream([self._packet(producer)], {"Type": "/Metadata", "Subtype": "/XML"})
        pdf.add_object(packet)
        pdf.catalog["Metadata"] = packet.reference

    def _packet(self, producer: str) -> bytes:
        listed = {
            "dc:title": ("Alt", self.title), "dc:creator": ("Seq", self.author),
            "dc:description": ("Alt", self.subject), "dc:language": ("Bag", self.language),
        }  # fmt: skip
        plain = {
            "pdf:Keywords": self.keywords, "pdf:Producer": producer, "xmp:CreatorTool": _CREATOR,
            "xmp:CreateDate": self.day, "pmg:kenmerk": self.kenmerk, "pmg:status": self.status,
            "pmg:vingerafdruk": self.fingerprint,
        }  # fmt: skip
        rows = "\n".join(_list(name, *of) for name, of in listed.items() if of[1])
        return (
            '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
            '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
            f"{_STANDARDS}\n{_described()}\n"
            '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            'xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
            f'xmlns:pmg="{_OWN}"'
            f"{''.join(f' {name}={quoteattr(text)}' for name, text in plain.items() if text)}>\n"
            f"{rows}\n</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n"
            '<?xpacket end="r"?>'
        ).encode()


def _described() -> str:
    """What is told of the kinds of properties that PDF/A does not know."""
    return (
        '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
        ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
        ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\n'
        f"<pdfaExtension:schemas><rdf:Bag>{''.join(map(_description, _SCHEMAS))}</rdf:Bag>"
        "</pdfaExtension:schemas>\n</rdf:Description>"
    )


def _description(schema: _Schema) -> str:
    told = ("name", "valueType", "category", "description")
    properties = "".join(
        _resource({f"pdfaProperty:{key}": text for key, text in zip(told, one, strict=True)})
        for one in schema.properties
    )
    return _resource(
        {
            "pdfaSchema:schema": schema.title,
            "pdfaSchema:namespaceURI": schema.space,
            "pdfaSchema:prefix": schema.prefix,
        },
        f"<pdfaSchema:property><rdf:Seq>{properties}</rdf:Seq></pdfaSchema:property>",
    )


def _resource(told: Mapping[str, str], more: str = "") -> str:
    rows = "".join(f"<{name}>{text}</{name}>" for name, text in told.items())
    return f'<rdf:li rdf:parseType="Resource">{rows}{more}</rdf:li>\n'


def _list(name: str, kind: str, text: str) -> str:
    language = ' xml:lang="x-default"' if kind == "Alt" else ""
    item = f"<rdf:li{language}>{escape(text)}</rdf:li>"
    return f"<{name}><rdf:{kind}>{item}</rdf:{kind}></{name}>"


def pdf_day(day: str) -> str:
    """A day (`2024-04-04`) as PDF writes it; the time of day is not known."""
    return f"D:{day.replace('-', '')}"
