#include "ledger/finding_record.hpp"

#include <memory>

#include "base/text.hpp"
#include "document/record_fields.hpp"

namespace promptctl {
namespace {

Value finding_value(const EventFinding& finding) {
  Value map = map_value();
  map.set("seq", integer_value(finding.seq))
      .set("commit", text_value(finding.commit))
      .set("check", text_value(finding.check))
      .set("message", text_value(finding.message))
      .set("told", boolean_value(finding.told));
  return map;
}

}  // namespace

std::string findings_text(const std::vector<EventFinding>& findings) {
  std::string text;
  for (const EventFinding& finding : findings) {
    text += canonical_json(finding_value(finding)) + "\n";
  }
  return text;
}

std::vector<EventFinding> read_findings(std::string_view text) {
  std::vector<EventFinding> findings;
  for (const std::string_view line : split(text, '\n')) {
    Diagnostics faults;
    const auto source = std::make_shared<const Source>("findings", std::string(line));
    const auto finding = read_file(source, faults, [](FieldReader& fields) {
      EventFinding one;
      one.seq = read_count(fields, "seq");
      one.commit = fields.required_text("commit");
      one.check = fields.required_text("check");
      one.message = fields.required_text("message");
      one.told = fields.optional_boolean("told").value_or(false);
      return one;
    });
    if (finding) {
      findings.push_back(*finding);
    }
  }
  return findings;
}

}  // namespace promptctl
