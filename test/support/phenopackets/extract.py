"""Writes phenopacket-v2.binpb: the published GA4GH Phenopacket schema (version 2) as a protobuf descriptor set.

    pip install phenopackets==2.0.2.post5
    python test/support/phenopackets/extract.py
"""
from pathlib import Path

from google.protobuf.descriptor_pb2 import FileDescriptorSet
from phenopackets.schema.v2 import phenopackets_pb2

files = FileDescriptorSet()
seen = set()


def add(descriptor):
    if descriptor.name in seen:
        return
    seen.add(descriptor.name)
    for dependency in descriptor.dependencies:
        add(dependency)
    file = files.file.add()
    descriptor.CopyToProto(file)
    for message in file.message_type:
        name_fields(message)


def name_fields(message):
    """The names that fields have in JSON, which Python leaves out."""
    for field in message.field:
        first, *others = field.name.split("_")
        field.json_name = first + "".join(word.capitalize() for word in others)
    for nested in message.nested_type:
        name_fields(nested)


add(phenopackets_pb2.DESCRIPTOR)
Path(__file__).with_name("phenopacket-v2.binpb").write_bytes(files.SerializeToString(deterministic=True))
