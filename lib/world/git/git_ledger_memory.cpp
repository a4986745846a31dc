#include "world/git/git_ledger_memory.hpp"

#include <array>
#include <fstream>
#include <sstream>

#include "base/diagnostic.hpp"
#include "base/digest.hpp"
#include "ledger/finding_record.hpp"
#include "world/system/disk_files.hpp"

namespace promptctl {
namespace {

constexpr const char* findings_name = "findings";

const char* name_of(Milestone milestone) {
  constexpr std::array names{"verified", "conditions", "main"};
  return names.at(static_cast<std::size_t>(milestone));
}

}  // namespace

std::optional<std::string> GitLedgerMemory::reached(Milestone milestone) const {
  std::ifstream file(folder_ / name_of(milestone));
  std::string id;
  std::getline(file, id);
  return is_commit_id(id) ? std::optional(id) : std::nullopt;
}

void GitLedgerMemory::remember(Milestone milestone, const std::string& commit) const {
  write(name_of(milestone), commit + "\n");
}

std::vector<EventFinding> GitLedgerMemory::findings() const {
  std::ifstream file(folder_ / findings_name);
  std::ostringstream text;
  text << file.rdbuf();
  return read_findings(text.str());
}

void GitLedgerMemory::remember_findings(const std::vector<EventFinding>& findings) const {
  write(findings_name, findings_text(findings));
}

void GitLedgerMemory::write(const char* name, const std::string& text) const {
  try {
    const std::filesystem::path path = folder_ / name;
    write_file_atomically(path, text, path.string());
  } catch (const Failure&) {
    return;
  }
}

}  // namespace promptctl
