#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "document/value.hpp"
#include "ledger/ledger_event.hpp"

namespace promptctl {

// The views of the ledger as text and back. The same value always has the same bytes; docs/ledger.md has the fields.

std::string version_record_text(const VersionRecord& record);
Value version_record_value(const VersionRecord& record);
std::optional<VersionRecord> read_version_record(const SourcePointer& source, Diagnostics& diagnostics);

std::string prompt_record_text(const PromptRecord& record);
std::optional<PromptRecord> read_prompt_record(const SourcePointer& source, Diagnostics& diagnostics);

// The number of the version with a content.
std::string version_number_text(long long version);
std::optional<long long> read_version_number(const SourcePointer& source, Diagnostics& diagnostics);

std::string deployment_text(const Deployment& deployment);
Value deployment_value(const Deployment& deployment);
std::optional<Deployment> read_deployment(const SourcePointer& source, Diagnostics& diagnostics);

// With a line break at the end.
std::string history_line(const HistoryEntry& entry);
Value history_value(const HistoryEntry& entry);
std::optional<HistoryEntry> read_history_line(const SourcePointer& source, Diagnostics& diagnostics);

}  // namespace promptctl
