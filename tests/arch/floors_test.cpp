// Holds the include graph to the floors of docs/architecture.md.

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>

#include "tests/support/catch.hpp"

namespace fs = std::filesystem;

namespace {

// The rows `| 3 | `lib/render`, `lib/score` |` of the document's table, as {"render", 3}.
std::map<std::string, int> documented_floors() {
  std::map<std::string, int> floors;
  std::ifstream lines(fs::path(SOURCE_ROOT) / "docs/architecture.md");
  const std::regex row(R"(\| (\d) \| (.*) \|)");
  const std::regex name("`(?:lib/)?([a-z]+)`");
  std::smatch fields;
  for (std::string line; std::getline(lines, line);) {
    if (std::regex_match(line, fields, row)) {
      const std::string folders = fields[2];
      for (std::sregex_iterator at(folders.begin(), folders.end(), name); at != std::sregex_iterator(); ++at) {
        floors[(*at)[1]] = std::stoi(fields[1]);
      }
    }
  }
  return floors;
}

const std::map<std::string, int> floors = documented_floors();

// Who may see each heavy library. Everyone else sees our own types.
const std::map<std::string, std::set<std::string>> keepers{
    {"yaml-cpp", {"codec"}}, {"nlohmann", {"codec"}},
    {"CLI", {"cli"}},        {"git2.h", {"world"}},
    {"curl", {"world"}},     {"sqlite3.h", {"world"}},
    {"pcre2.h", {"base"}},   {"utf8proc.h", {"base"}},
    {"openssl", {"base"}},   {"boost", {"price", "score", "stats", "world"}},
    {"httplib.h", {}},       {"libstemmer.h", {}},
};

std::string included_by(const std::string& line, char open, char close) {
  const std::string start = std::string("#include ") + open;
  return line.rfind(start, 0) == 0 ? line.substr(start.size(), line.find(close, start.size()) - start.size()) : "";
}

std::string folder_of(const std::string& path) {
  return path.substr(0, path.find('/'));
}

void check_include(const std::string& line, const std::string& from) {
  if (const std::string ours = included_by(line, '"', '"'); !ours.empty()) {
    const std::string to = folder_of(ours);
    REQUIRE(floors.count(to) == 1);
    CHECK((from == to || floors.at(to) < floors.at(from)));
  }
  const auto keeper = keepers.find(folder_of(included_by(line, '<', '>')));
  CHECK((keeper == keepers.end() || keeper->second.count(from) == 1));
}

template <typename Visitor>
void each_source(const fs::path& folder, Visitor&& visit) {
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const fs::path extension = entry.path().extension();
    if (entry.is_regular_file() && (extension == ".cpp" || extension == ".hpp")) {
      visit(entry.path());
    }
  }
}

void check_file(const fs::path& file, const std::string& from) {
  std::ifstream lines(file);
  for (std::string line; std::getline(lines, line);) {
    INFO(file.string() << ": " << line);
    check_include(line, from);
  }
}

}  // namespace

TEST_CASE("every include points to its own folder, a lower floor, or a library it may see") {
  const fs::path root = SOURCE_ROOT;
  each_source(root / "lib", [&](const fs::path& file) {
    const std::string from = fs::relative(file, root / "lib").begin()->string();
    REQUIRE(floors.count(from) == 1);
    check_file(file, from);
  });
  each_source(root / "cli", [](const fs::path& file) { check_file(file, "cli"); });
}

TEST_CASE("only cli/options.cpp includes CLI11") {
  each_source(fs::path(SOURCE_ROOT) / "cli", [](const fs::path& file) {
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);) {
      INFO(file.string());
      CHECK((line.find("#include <CLI/") == std::string::npos || file.filename() == "options.cpp"));
    }
  });
}

TEST_CASE("tests include Catch2 by tests/support/catch.hpp, which knows its versions") {
  each_source(fs::path(SOURCE_ROOT) / "tests", [](const fs::path& file) {
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);) {
      INFO(file.string());
      CHECK((folder_of(included_by(line, '<', '>')) != "catch2" || file.filename() == "catch.hpp"));
    }
  });
}

TEST_CASE("no source file is longer than 300 lines") {
  const fs::path root = SOURCE_ROOT;
  for (const fs::path& folder : {root / "lib", root / "cli"}) {
    each_source(folder, [](const fs::path& file) {
      std::ifstream lines(file);
      int count = 0;
      for (std::string line; std::getline(lines, line);) {
        ++count;
      }
      INFO(file.string());
      CHECK(count <= 300);
    });
  }
}
