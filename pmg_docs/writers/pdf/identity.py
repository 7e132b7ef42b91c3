"""What a PDF says of itself: its title, maker and date, and the standards that it keeps to.

A PDF says this twice, in its information dictionary and in XMP (ISO 16684-1), and the two must
agree. PDF/A (ISO 19005-3, 6.6.2.3) wants a description of every kind of property that it does not
know itself; that of PDF/UA (ISO 14289-1, 5) is one.
"""

from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from pmg_docs.model.document import Document
from pmg_docs.specs.style import Style

_CREATOR = "pmg_docs"

_STANDARDS = """\
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" \
pdfaid:part="3" pdfaid:conformance="A"/>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""


@dataclass(frozen=True, slots=True)
class Identity:
    """What a file says of the document that it holds; what is not known is empty.

    `day` is the date of the letter as `2024-04-04`: a file has no other date.
    """

    title: str
    author: str
    subject: str
    keywords: str
    language: str
    day: str

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
        )

    def add_to(self, pdf: Any, producer: str) -> None:
        """Write it in a file, in both places."""
        import pydyf

        info = {
            "Title": self.title, "Author": self.author, "Subject": self.subject,
            "Keywords": self.keywords, "Creator": _CREATOR, "Producer": producer,
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
            "xmp:CreateDate": self.day,
        }  # fmt: skip
        rows = "\n".join(_list(name, *of) for name, of in listed.items() if of[1])
        return (
            '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
            '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
            f"{_STANDARDS}\n"
            '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            'xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
            f"{''.join(f' {name}={quoteattr(text)}' for name, text in plain.items() if text)}>\n"
            f"{rows}\n</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n"
            '<?xpacket end="r"?>'
        ).encode()


def _list(name: str, kind: str, text: str) -> str:
    language = ' xml:lang="x-default"' if kind == "Alt" else ""
    item = f"<rdf:li{language}>{escape(text)}</rdf:li>"
    return f"<{name}><rdf:{kind}>{item}</rdf:{kind}></{name}>"


def pdf_day(day: str) -> str:
    """A day (`2024-04-04`) as PDF writes it; the time of day is not known."""
    return f"D:{day.replace('-', '')}"
