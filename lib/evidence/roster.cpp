#include "evidence/roster.hpp"

#include <algorithm>
#include <vector>

#include "base/digest.hpp"
#include "document/value.hpp"

namespace promptctl {
namespace {

std::string line_of(const std::string& group, std::vector<std::string> tags, bool critical, bool quarantined) {
  std::sort(tags.begin(), tags.end());
  tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
  return compact_json(map_value()
                          .set("group", text_value(group))
                          .set("tags", texts_value(tags))
                          .set("critical", boolean_value(critical))
                          .set("quarantined", boolean_value(quarantined)));
}

}  // namespace

void Roster::add(const Case& golden, bool quarantined) {
  lines_[golden.id] = line_of(golden.group, golden.tags, golden.critical, quarantined);
}

void Roster::add(const RunSample& sample) {
  std::vector<std::vector<std::string>> tags(sample.cases.size());
  for (const TagSample& tagged : sample.tagged) {
    tags[tagged.sample].push_back(sample.tags[tagged.tag]);
  }
  for (std::size_t at = 0; at < sample.cases.size(); ++at) {
    const CaseSample& one = sample.cases[at];
    lines_[one.id] = line_of(sample.groups[one.group], std::move(tags[at]), one.critical, one.quarantined);
  }
}

std::string Roster::digest() const {
  std::string text;
  for (const auto& [id, line] : lines_) {
    append_json_text(text, id);
    text += line + "\n";
  }
  return sha256(text);
}

}  // namespace promptctl
