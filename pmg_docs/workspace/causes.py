"""Why the system refuses a file, in words that help an officer."""

import errno

_CAUSES = {
    errno.ENOENT: "het bestand bestaat niet",
    errno.EACCES: "u hebt er geen rechten voor",
    errno.EPERM: "u hebt er geen rechten voor",
    errno.EROFS: "daar kan niets worden geschreven",
    errno.EISDIR: "het is een map",
    errno.ENOTDIR: "er staat een bestand waar een map hoort",
    errno.EEXIST: "er staat een bestand waar een map hoort",
    errno.ELOOP: "de snelkoppeling verwijst naar zichzelf",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "uw ruimte op de schijf is op",
    errno.ETXTBSY: "het bestand is in gebruik",
    errno.EBUSY: "het bestand is in gebruik",
}
ABSENT = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG})
"""The causes for which nothing of that name can be there."""


def cause(problem: OSError) -> str:
    """Why it went wrong, without a name of a file."""
    return _CAUSES.get(problem.errno or 0, "onbekende oorzaak")
