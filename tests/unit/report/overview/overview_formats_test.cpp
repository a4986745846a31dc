// Whole outputs of every form of an overview, compared with those in expected/. PROMPTCTL_ACCEPT=1 rewrites them.

#include <cstdlib>
#include <filesystem>
#include <set>
#include <sstream>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "report/overview/overview.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sample_overview.hpp"
#include "tests/support/temporary_folder.hpp"

namespace fs = std::filesystem;
using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

std::string written(std::string_view format, const Overview& overview, ReportStyle style = {}) {
  style.file_of_prompt = [](const std::string& prompt) { return "prompts/" + prompt + ".prompt"; };
  std::ostringstream out;
  find_overview_format(format)->write(overview, style, out);
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

}  // namespace

TEST_CASE("every form of an overview is as it was written down", "[report]") {
  const Overview overview = sample_overview();
  check_expected("overview.txt", written("console", overview));
  check_expected("overview.md", written("markdown", overview));
  check_expected("overview.github.txt", written("github", overview));
  check_expected("overview.csv", written("csv", overview));
  check_expected("overview.json", written("json", overview));
  check_expected("overview.prom", written("prometheus", overview));
  CHECK(written("openmetrics", overview) == written("prometheus", overview) + "# EOF\n");
}

TEST_CASE("the console's overview fits the width", "[report]") {
  for (const std::size_t width : {60, 80, 160}) {
    ReportStyle style;
    style.width = width;
    const std::string text = written("console", sample_overview(), style);
    for (const std::string_view line : split(text, '\n')) {
      INFO(line);
      CHECK(display_width(line) <= width);
    }
  }
}

TEST_CASE("names and replies from outside stay text in every form of an overview", "[report]") {
  const Overview hostile = hostile_overview();
  for (const OverviewFormat* format : overview_formats()) {
    const std::string text = written(format->name, hostile);
    INFO(format->name);
    const bool is_markup = format->name == "markdown" || format->name == "html" || format->name == "junit";
    CHECK((!is_markup || text.find("<script>alert") == std::string::npos));
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find("\n::error::owned") == std::string::npos);
    if (!is_markup && format->name != "json") {
      CHECK(text.find("\u202E") == std::string::npos);
    }
  }
}

TEST_CASE("tags that differ in a line break, a backslash or a control character are two series", "[report]") {
  Overview overview = sample_overview();
  auto& tags = overview.runs.back().summary.tags;
  tags.clear();
  const std::vector<std::string> names{"a\nb",   "a\\nb",     "a\\b", "a\"b", "a\x1b",
                                       "a\\x1b", "a\\x5cx1b", "a\tb", "a\\tb"};
  for (const std::string& name : names) {
    tags[name] = {1, 2};
  }
  std::set<std::string> series;
  const std::string text = written("prometheus", overview);
  for (const std::string_view line : split(text, '\n')) {
    if (line.starts_with("promptctl_tag_pass_rate_ratio{")) {
      series.emplace(line.substr(line.find("tag=")));
    }
  }
  CHECK(series.size() == names.size());
  CHECK(series.count(R"(tag="a\nb"} 0.5)") == 1);
  CHECK(series.count(R"(tag="a\\nb"} 0.5)") == 1);
  CHECK(series.count(R"(tag="a\\b"} 0.5)") == 1);
}

TEST_CASE("an overview of very many tags stays within a comment on GitHub", "[report]") {
  Overview overview = sample_overview();
  for (int at = 0; at < 5'000; ++at) {
    overview.runs.back().summary.tags["tag-" + std::to_string(at)] = {1, 2};
  }
  const std::string page = written("markdown", overview);
  CHECK(count_code_points(page) <= 65'536);
  CHECK(page.find("Left out, to stay within 65,536 characters") != std::string::npos);
  CHECK(page.find("#### Latency") != std::string::npos);
}

TEST_CASE("promtool takes the gauges, where it is installed", "[report]") {
  if (std::system("command -v promtool >/dev/null 2>&1") != 0) {
    WARN("skipped: promtool is not installed");
    return;
  }
  const TemporaryFolder folder;
  const std::string file = (folder.path() / "gauges.prom").string();
  for (const Overview& overview : {sample_overview(), hostile_overview()}) {
    write_text(file, written("prometheus", overview));
    CHECK(std::system(("promtool check metrics < " + file + " > " + file + ".out 2>&1").c_str()) == 0);
    CHECK(read_text(file + ".out").empty());
  }
}
