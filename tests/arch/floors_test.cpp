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

// The rows `| 4 | `lib/price` | … |` of the document's table, as {"price", 4}.
std::map<std::string, int> documented_floors() {
  std::map<std::string, int> floors{{"embedded", 0}};
  std::ifstream lines(fs::path(SOURCE_ROOT) / "docs/architecture.md");
  const std::regex row(R"(\| (\d+) \| `(?:lib/)?([a-z/]+)` \| .*)");
  std::smatch fields;
  for (std::string line; std::getline(lines, line);) {
    if (std::regex_match(line, fields, row)) {
      floors[fields[2]] = std::stoi(fields[1]);
    }
  }
  return floors;
}

const std::map<std::string, int> floors = documented_floors();

// Who may see each heavy library. Everyone else sees our own types.
const std::map<std::string, std::set<std::string>> keepers{
    {"yaml-cpp", {"document"}}, {"nlohmann", {"document"}},
    {"CLI", {"cli/line"}},      {"git2.h", {"world/git"}},
    {"curl", {"world/http"}},   {"sqlite3.h", {"world/sqlite"}},
    {"pcre2.h", {"base"}},      {"utf8proc.h", {"base"}},
    {"openssl", {"base"}},      {"boost", {"price", "provider", "score", "stats", "world/server"}},
    {"httplib.h", {}},          {"libstemmer.h", {}},
};

std::string included_by(const std::string& line, char open, char close) {
  const std::string start = std::string("#include ") + open;
  return line.rfind(start, 0) == 0 ? line.substr(start.size(), line.find(close, start.size()) - start.size()) : "";
}

std::string first_of(const std::string& path) {
  return path.substr(0, path.find('/'));
}

// The folder of the table that a file belongs to: the nearest above it; empty where there is none.
std::string folder_of(const std::string& path) {
  std::string folder = fs::path(path).replace_extension().string();  // A generated table stands for its folder.
  while (!folder.empty() && floors.count(folder) == 0) {
    const std::size_t slash = folder.rfind('/');
    folder = slash == std::string::npos ? std::string() : folder.substr(0, slash);
  }
  return folder;
}

void check_include(const std::string& line, const std::string& from) {
  if (const std::string ours = included_by(line, '"', '"'); !ours.empty()) {
    const std::string to = folder_of(ours);
    REQUIRE(floors.count(to) == 1);
    CHECK((from == to || floors.at(to) < floors.at(from)));
  }
  const auto keeper = keepers.find(first_of(included_by(line, '<', '>')));
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
    const std::string from = folder_of(fs::relative(file, root / "lib").string());
    REQUIRE(floors.count(from) == 1);
    check_file(file, from);
  });
  each_source(root / "cli",
              [&](const fs::path& file) { check_file(file, folder_of(fs::relative(file, root).string())); });
}

TEST_CASE("every folder of the architecture's table is there") {
  for (const auto& [folder, floor] : floors) {
    INFO(folder);
    const fs::path root = SOURCE_ROOT;
    CHECK((folder == "embedded" || fs::is_directory(root / "lib" / folder) || fs::is_directory(root / folder)));
  }
}

TEST_CASE("a file's name says which file it is: one stem, one place, but for kinds that are tables") {
  const std::set<std::string> tables{"types", "helpers", "keywords", "formats", "commands", "answers"};
  std::map<std::string, fs::path> places;
  const fs::path root = SOURCE_ROOT;
  for (const fs::path& folder : {root / "lib", root / "cli"}) {
    each_source(folder, [&](const fs::path& file) {
      const fs::path place = file.parent_path();
      if (tables.count(place.filename().string()) == 0) {
        INFO(file.string());
        CHECK(places.try_emplace(file.stem().string(), place).first->second == place);
      }
    });
  }
}

// Two types of one name are one to the linker, which takes either's functions for both.
TEST_CASE("a header's type has a name of its own") {
  const std::regex definition(R"((?:struct|class|enum class) ([A-Za-z]+)(?: final)?(?: : [^;]*)? \{.*)");
  std::map<std::string, std::string> places;
  const fs::path root = SOURCE_ROOT;
  for (const fs::path& folder : {root / "lib", root / "cli"}) {
    each_source(folder, [&](const fs::path& file) {
      std::ifstream lines(file);
      std::smatch fields;
      for (std::string line; file.extension() == ".hpp" && std::getline(lines, line);) {
        if (std::regex_match(line, fields, definition)) {
          INFO(fields[1].str() << " in " << file.string());
          CHECK(places.try_emplace(fields[1], file.string()).first->second == file.string());
        }
      }
    });
  }
}

TEST_CASE("only cli/line/options.cpp includes CLI11") {
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
      CHECK((first_of(included_by(line, '<', '>')) != "catch2" || file.filename() == "catch.hpp"));
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
