#pragma once

#include "document/record_fields.hpp"
#include "ledger/ledger_event.hpp"

// What the files of the ledger have in common.
namespace promptctl {

void set_stamp(Value& map, const EventStamp& stamp);

Value name_value(const VersionName& name);
Value registered_value(const RegisteredVersion& version);
Value move_value(const Move& move);
Value link_value(const EvidenceLink& link);

VersionName read_name(FieldReader& fields);
EventStamp read_stamp(FieldReader& fields);
RegisteredVersion read_registered_version(FieldReader& fields);
Move read_move(FieldReader& fields);
EvidenceLink read_link(FieldReader& fields);

}  // namespace promptctl
