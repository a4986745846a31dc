// Whole outputs of every form, compared with those in expected/. PROMPTCTL_ACCEPT=1 rewrites them.

#include <cstdlib>
#include <filesystem>
#include <sstream>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "report/change/change_report.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sample_changes.hpp"
#include "tests/support/temporary_folder.hpp"

namespace fs = std::filesystem;
using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

std::string written(std::string_view format, const std::vector<ChangeReport>& changes, ReportStyle style = {}) {
  style.file_of_prompt = [](const std::string& prompt) { return "prompts/" + prompt + ".prompt"; };
  std::ostringstream out;
  find_change_format(format)->write(changes, style, out);
  return out.str();
}

void check_expected(const std::string& name, const std::string& actual) {
  const fs::path path = fs::path(SOURCE_ROOT) / "tests/unit/report/expected" / name;
  if (std::getenv("PROMPTCTL_ACCEPT") != nullptr) {
    write_text(path, actual);
    return;
  }
  INFO(path.string() << " holds something else than is written now");
  CHECK((actual == read_text(path)));  // In brackets, so that two whole documents are not printed.
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) {
    ++found;
  }
  return found;
}

bool holds_control_or_override(const std::string& text) {
  return text.find('\x1b') != std::string::npos || text.find("\u202E") != std::string::npos;
}

// A report with `cases` lost cases, whose replies are long.
ChangeReport long_change(std::size_t cases) {
  ChangeReport change = sample_changes().front();
  SuiteChange& suite = change.suites.front();
  suite.comparison.changes.clear();
  suite.replies.clear();
  for (std::size_t at = 0; at < cases; ++at) {
    const std::string id = "case-" + std::to_string(at);
    suite.comparison.changes.push_back({CaseChange::Kind::lost, id, at % 2 == 0, false, 1, 0});
    suite.replies.push_back({id, "fine", std::string(100'000, 'x'), {"equals: no"}});
  }
  return change;
}

}  // namespace

TEST_CASE("every form of a report of changes is as it was written down", "[report]") {
  ReportStyle style;
  style.most_cases = 5;
  check_expected("changes.txt", written("console", sample_changes(), style));
  check_expected("changes.json", written("json", sample_changes(), style));
  check_expected("changes.md", written("markdown", sample_changes(), style));
  check_expected("changes.github.txt", written("github", sample_changes(), style));
  check_expected("changes.html", written("html", sample_changes(), style));
}

TEST_CASE("the console's form has colour where that is wanted, and fits the width", "[report]") {
  ReportStyle style;
  style.width = 60;
  const std::string narrow = written("console", {sample_changes().front()}, style);
  check_expected("changes-narrow.txt", narrow);
  for (const std::string_view line : split(narrow, '\n')) {
    CHECK(display_width(line) <= style.width);
  }
  CHECK_FALSE(holds_control_or_override(narrow));
  style.color = true;
  const std::string colored = written("console", sample_changes(), style);
  CHECK(colored.find("\x1b[31mlost\x1b[0m") != std::string::npos);
  CHECK(colored.find("\x1b[31mworse\x1b[0m") != std::string::npos);
}

TEST_CASE("text from outside stays text in every form", "[report]") {
  const std::vector<ChangeReport> changes{hostile_change()};
  for (const ChangeFormat* format : change_formats()) {
    INFO(format->name);
    const std::string text = written(format->name, changes);
    if (format->name != "json") {  // Which has its own way to escape.
      CHECK_FALSE(holds_control_or_override(text));
      check_expected("hostile." + std::string(format->name), text);
    }
    CHECK(text == written(format->name, changes));
  }
  const std::string html = written("html", changes);
  CHECK(count(html, "<img") == 0);
  CHECK(count(html, "<script") + count(html, "</script") == 0);
  const std::string markdown = written("markdown", changes);
  CHECK(count(markdown, "\n</details>\n") == count(markdown, "\n<details>"));
}

TEST_CASE("a comment stays within what GitHub takes, leaves out whole cases and counts them", "[report]") {
  ReportStyle style;
  style.most_cases = 300;
  const std::string text = written("markdown", {long_change(300)}, style);
  CHECK(count_code_points(text) <= 65'536);
  CHECK(count_code_points(text) > 60'000);
  CHECK(text.ends_with("Left out, to stay within 65,536 characters: 272 cases, 1 settings block, 1 text hunk.\n"));
  CHECK(count(text, "**lost**") == 28);
  CHECK(count(text, "<sub>") == 2);
  const std::string many = written("markdown", std::vector<ChangeReport>(400, long_change(1)), style);
  CHECK(count_code_points(many) <= 65'536);
  CHECK(many.find(" settings blocks, ") != std::string::npos);
  CHECK(many.ends_with(" text hunks.\n"));
  CHECK(count(many, "```") % 2 == 0);
}

TEST_CASE("annotations are at most ten of a kind, the last of which counts the rest", "[report]") {
  const std::string text = written("github", {long_change(30)});
  CHECK(count(text, "::error ") == 10);
  CHECK(count(text, "::warning ") == 10);
  CHECK(text.find("::error title=and more::7 more of this kind; the other formats have them all\n") !=
        std::string::npos);
}

TEST_CASE("a reply of 100 kB is cut in a page and says so", "[report]") {
  const std::string html = written("html", {long_change(1)});
  CHECK(html.find("\n… and 80,000 more bytes</pre>") != std::string::npos);
  CHECK(html.size() < 60'000);
}

TEST_CASE("no report at all is no output that looks like one", "[report]") {
  CHECK(written("console", {}).empty());
  CHECK(written("markdown", {}).empty());
  CHECK(written("github", {}).empty());
  CHECK(written("json", {}) == "{\n  \"format\": \"promptctl-diff 2\",\n  \"changes\": []\n}\n");
}
