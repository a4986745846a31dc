// Holds the documentation to the program; CONTRIBUTING.md says how its code blocks are read. PROMPTCTL_ACCEPT=1
// rewrites the output they show instead of checking it.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <sstream>

#include "base/regex.hpp"
#include "base/text.hpp"
#include "cli/line/command.hpp"
#include "document/json.hpp"
#include "exchange/response.hpp"
#include "provider/provider_type.hpp"
#include "report/change/change_report.hpp"
#include "report/run/report_format.hpp"
#include "schema/schema.hpp"
#include "score/assertion_type.hpp"
#include "template/helper.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sample_changes.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/transcript.hpp"
#include "world/sqlite/run_rows.hpp"
#include "world/sqlite/sqlite.hpp"

namespace fs = std::filesystem;
using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

const fs::path root = SOURCE_ROOT;

constexpr std::string_view example_mark = "<!-- registry: example -->";

// Run where it stands, and not shown to readers: another clock, another person.
constexpr std::string_view unseen_command = "<!-- run: ";

// What is typed: in blocks at the start of a line, elsewhere in backticks.
constexpr std::string_view typed_code = "```(?:sh|console)\\n((?:.*\\n)*?)```|`(promptctl [^`]+)`";
constexpr std::string_view typed_command = R"(^(?:\$ )?(?:[A-Z_]+=\S+ )*promptctl (?:-C \S+ )?([a-z]+)\b)";

// The first argument of whatever reports or throws; or one of two, where a condition chooses between them.
constexpr std::string_view reported_code =
    R"re((?:\b(?:error|warning|Failure|FileFault|HelperRefusal|refuse|stop|fault|return)|\.push_back)\s*[({]{1,2}\s*)re"
    R"re((?:[^;{}()]{0,60}?\?\s*"([a-z-]+)"\s*:\s*)?"([a-z]+(?:-[a-z0-9]+)*)"\s*,)re";

std::vector<fs::path> documents() {
  std::vector<fs::path> paths{root / "README.md", root / "CONTRIBUTING.md", root / "CHANGELOG.md"};
  for (const auto& entry : fs::directory_iterator(root / "docs")) {
    if (entry.path().extension() == ".md") {
      paths.push_back(entry.path());
    }
  }
  return paths;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    lines.push_back(line);
  }
  return lines;
}

// The groups that took part in each match.
std::vector<std::string> all_matches(const std::string& text, std::string_view pattern) {
  const auto regex = std::get<Regex>(Regex::compile(pattern, {.multiline = true}));
  std::vector<std::string> found;
  const auto outcome = regex.each_match(text, [&found](const Match& match) {
    for (std::size_t group = 1; group < match.groups.size(); ++group) {
      if (match.groups[group]) {
        found.emplace_back(*match.groups[group]);
      }
    }
  });
  CHECK(outcome != Match::Outcome::limit);
  return found;
}

// Plays the blocks of one page, one after the other, in one folder.
class DocumentPlayer {
 public:
  explicit DocumentPlayer(const std::string& document) : player_(folder_.path()) {
    if (document.find(example_mark) != std::string::npos) {
      for (const std::string path : {"promptctl.yaml", "prompts", "golden"}) {
        run("copy " + path + " " + path);
      }
    }
  }

  std::string run(const std::string& command) { return player_.run(command); }

  // The document as it would be if all output in it were right.
  std::string play(const std::string& document) {
    std::string played;
    for (const std::string& line : lines_of(document)) {
      played += next(line);
    }
    return played;
  }

 private:
  std::string next(const std::string& line) {
    if (line.starts_with(unseen_command)) {
      run(line.substr(unseen_command.size(), line.rfind(" -->") - unseen_command.size()));
      return line + "\n";
    }
    if (line.starts_with("```")) {
      if (language_and_file_.size() == 2) {
        write_text(folder_.path() / language_and_file_[1], content_);
      }
      language_and_file_ = split_words(line.substr(3));
      content_.clear();
      return line + "\n";
    }
    content_ += line + "\n";
    if (language_and_file_ != std::vector<std::string>{"console"}) {
      return line + "\n";
    }
    return line.starts_with("$ ") ? line + "\n" + shown(run(line.substr(2))) : std::string();
  }

  // What a reader sees: standard output, standard error, and how it ended unless that is well.
  static std::string shown(const std::string& printed) {
    std::string text;
    for (const std::string& line : lines_of(replace_all(printed, "\r", ""))) {
      text += line == "[stderr]" || line == "[exit 0]" ? "" : line + "\n";
    }
    return text;
  }

  TemporaryFolder folder_;
  TranscriptPlayer player_;
  std::vector<std::string> language_and_file_;  // of the block; empty outside
  std::string content_;
};

std::string first_difference(const std::string& written, const std::string& right) {
  const auto [at, other] = std::mismatch(written.begin(), written.end(), right.begin(), right.end());
  const auto line = std::count(written.begin(), at, '\n') + 1;
  return ":" + std::to_string(line) + " does not go on with\n" + std::string(other, right.end()).substr(0, 200);
}

// As forges make the anchor of a heading.
std::string anchor_of(std::string_view heading) {
  std::string anchor;
  for (const char c : lower_ascii(heading)) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    anchor += kept ? std::string(1, c) : c == ' ' ? "-" : "";
  }
  return anchor;
}

bool leads_somewhere(const fs::path& from, const std::string& link) {
  const std::size_t hash = std::min(link.find('#'), link.size());
  const fs::path to = hash == 0 ? from : from.parent_path() / link.substr(0, hash);
  if (!fs::exists(to) || hash == link.size()) {
    return fs::exists(to);
  }
  const auto headings = all_matches(read_text(to), "^#+ (.+)$");
  return std::any_of(headings.begin(), headings.end(),
                     [&](const std::string& heading) { return anchor_of(heading) == link.substr(hash + 1); });
}

std::set<std::string> used_codes() {
  std::set<std::string> codes;
  for (const char* folder : {"lib", "cli"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      if (entry.path().extension() == ".cpp") {
        std::ranges::copy(all_matches(read_text(entry.path()), reported_code), std::inserter(codes, codes.end()));
      }
    }
  }
  return codes;
}

void check_named(std::string_view name, const char* document) {
  INFO(document << " does not name `" << name << "`");
  CHECK(read_text(root / document).find(std::string("`").append(name).append("`")) != std::string::npos);
}

}  // namespace

TEST_CASE("docs: every console block shows what the program prints", "[docs]") {
  for (const fs::path& path : documents()) {
    const std::string document = read_text(path);
    const std::string played = DocumentPlayer(document).play(document);
    if (std::getenv("PROMPTCTL_ACCEPT") != nullptr) {
      write_text(path, played);
      continue;
    }
    INFO(path.filename().string() << first_difference(document, played));
    CHECK((document == played));  // In brackets, so that two whole documents are not printed.
  }
}

TEST_CASE("docs: what documentation and workflows tell a reader to type exists", "[docs]") {
  std::vector<std::string> known = all_matches(read_text(root / "dev"), R"(^  ([a-z]+)\))");
  for (const auto* command : cli::commands()) {
    known.push_back("promptctl " + std::string(command->name));
  }
  std::vector<fs::path> paths = documents();
  paths.insert(paths.end(), {root / ".github/workflows/ci.yml", root / ".github/workflows/prompts.yml",
                             root / ".github/workflows/mutants.yml", root / ".github/workflows/prompt-release.yml",
                             root / ".github/actions/promptctl/action.yml"});
  for (const fs::path& path : paths) {
    const std::string text = read_text(path);
    std::vector<std::string> typed = all_matches(text, R"(\./dev ([a-z]+))");
    std::vector<std::string> names = all_matches(text, R"(build/\w+/promptctl ([a-z]+))");
    for (const std::string& code : all_matches(text, typed_code)) {
      std::ranges::copy(all_matches(code, typed_command), std::back_inserter(names));
    }
    for (const std::string& name : names) {
      typed.push_back("promptctl " + name);
    }
    for (const std::string& one : typed) {
      INFO(path.filename().string() << ": " << one);
      CHECK(std::ranges::count(known, one) == 1);
    }
  }
}

TEST_CASE("docs: diagnostics.md lists the codes that the sources use, and no others", "[docs]") {
  const auto rows = all_matches(read_text(root / "docs/diagnostics.md"), "^\\| `([a-z0-9-]+)` \\|");
  const std::set<std::string> listed(rows.begin(), rows.end());
  CHECK(rows.size() == listed.size());
  const std::set<std::string> used = used_codes();
  std::vector<std::string> in_one_only;
  std::set_symmetric_difference(listed.begin(), listed.end(), used.begin(), used.end(),
                                std::back_inserter(in_one_only));
  CHECK(in_one_only == std::vector<std::string>());
}

TEST_CASE("docs: every entry of a table of the program is named where it belongs", "[docs]") {
  const auto check_all_named = [](const auto& table, const char* document) {
    std::ranges::for_each(table, [document](const auto* one) { check_named(one->name, document); });
  };
  check_all_named(cli::commands(), "README.md");
  check_all_named(assertion_types(), "docs/suite-file.md");
  check_all_named(report_formats(), "docs/run-json.md");
  check_all_named(change_formats(), "docs/diff.md");
  check_all_named(provider_types(), "docs/project-file.md");
  check_all_named(helpers(), "docs/prompt-file.md");
  for (int kind = 0; kind <= static_cast<int>(ProviderError::Kind::interrupted); ++kind) {
    check_named(error_kind_name(static_cast<ProviderError::Kind>(kind)), "docs/run-json.md");
  }
}

TEST_CASE("docs: every link between documents leads somewhere", "[docs]") {
  for (const fs::path& path : documents()) {
    for (const std::string& link : all_matches(read_text(path), R"(\]\((?!https?:|mailto:)([^)\s]+)\))")) {
      INFO(path.filename().string() << ": " << link);
      CHECK(leads_somewhere(path, link));
    }
  }
}

TEST_CASE("docs: the queries of run-store.md find something in a store", "[docs]") {
  const TemporaryFolder folder;
  TranscriptPlayer player(folder.path());
  player.run("promptctl init");
  player.run("promptctl eval --offline");
  SqliteDatabase store((folder.path() / ".promptctl/runs.db").string(), run_rows::format_version, "");
  const auto queries = all_matches(read_text(root / "docs/run-store.md"), "```sql\\n((?:.*\\n)*?)```");
  CHECK(queries.size() == 2);
  for (const std::string& query : queries) {
    INFO(query);
    CHECK(store.prepare(query).step());
  }
}

TEST_CASE("docs: README.md fits on a page", "[docs]") {
  CHECK(lines_of(read_text(root / "README.md")).size() <= 120);
}
