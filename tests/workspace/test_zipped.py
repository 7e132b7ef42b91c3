import io
import zipfile

from pmg_docs.workspace.zipped import read_member, zip_of


def opened(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


def test_members_stand_in_the_order_given():
    assert opened(zip_of({"b": b"2", "a": b"1"})).namelist() == ["b", "a"]


def test_nothing_of_the_machine_or_the_hour_is_in_it():
    [info] = opened(zip_of({"a": b"1"})).infolist()
    assert (info.date_time, info.create_system) == ((1980, 1, 1, 0, 0, 0), 3)
    assert info.external_attr == 0o600 << 16


def test_what_is_to_be_told_from_its_first_bytes_is_not_packed():
    data = zip_of({"mimetype": b"x" * 99, "rest": b"x" * 99}, unpacked={"mimetype"})
    kinds = [info.compress_type for info in opened(data).infolist()]
    assert kinds == [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]


def test_a_member_is_read_by_its_name_or_by_what_the_zip_has_of_it():
    archive = opened(zip_of({"a": b"words"}))
    assert read_member(archive, "a") == read_member(archive, archive.getinfo("a")) == b"words"
