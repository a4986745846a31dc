// The official JSON Schema test suite, as Debian packages it: `json-schema-test-suite` (drafts 6 and 7) and
// `libtest-json-schema-acceptance-perl` (2019-09 and 2020-12 too). $PROMPTCTL_SCHEMA_SUITE names a further copy.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "document/json.hpp"
#include "schema/schema.hpp"
#include "tests/support/catch.hpp"

using namespace promptctl;

namespace {

namespace fs = std::filesystem;

struct SuiteDraft {
  const char* folder;
  const char* uri;
};

const std::vector<SuiteDraft> suite_drafts{
    {"draft6", "http://json-schema.org/draft-06/schema#"},
    {"draft7", "http://json-schema.org/draft-07/schema#"},
    {"draft2019-09", "https://json-schema.org/draft/2019-09/schema"},
    {"draft2020-12", "https://json-schema.org/draft/2020-12/schema"},
};

// Where we differ on purpose: in these groups of tests ("" is every group of the file), for this reason.
struct Difference {
  std::string file;
  std::string group;
  std::string reason;
};

const std::string fetched = "other documents are never fetched, the drafts' metaschemas included";
const std::string engine = "PCRE2's own reading of the pattern";
const std::string vocabulary = "metaschemas of one's own can't be loaded, so their vocabularies are not known";

const std::vector<Difference> differences{
    {"refRemote.json", "", fetched},
    {"definitions.json", "valid definition", fetched},
    {"definitions.json", "invalid definition", fetched},
    {"definitions.json", "validate definition against metaschema", fetched},
    {"defs.json", "validate definition against metaschema", fetched},
    {"ref.json", "remote ref, containing refs itself", fetched},
    {"ref.json", "URN base URI with f-component", fetched},
    {"anchor.json", "invalid anchors", fetched},
    {"id.json", "Invalid use of fragments in location-independent $id", fetched},
    {"id.json", "Valid use of empty fragments in location-independent $id", fetched},
    {"id.json", "Unnormalized $ids are allowed but discouraged", fetched},
    {"dynamicRef.json", "strict-tree schema, guards against misspelled properties", fetched},
    {"dynamicRef.json", "tests for implementation dynamic anchor and reference link", fetched},
    {"dynamicRef.json", "$ref and $dynamicAnchor are independent of order - $defs first", fetched},
    {"dynamicRef.json", "$ref and $dynamicAnchor are independent of order - $ref first", fetched},
    {"optional/cross-draft.json", "refs to future drafts are processed as future drafts", fetched},
    {"optional/cross-draft.json", "refs to historic drafts are processed as historic drafts", fetched},
    {"vocabulary.json", "", vocabulary},
    {"optional/format-assertion.json", "", vocabulary},
    {"optional/format.json", "", "tests formats that are notes here, such as json-pointer and hostname"},
    {"optional/content.json", "", "contentEncoding and contentMediaType are notes, as they are in 2020-12"},
    {"optional/ecmascript-regex.json", "ECMA 262 regex non-compliance", engine + ": \\Z is the end"},
    {"optional/ecmascript-regex.json", "ECMA 262 \\s matches whitespace", engine + ": \\s is ASCII, like \\d and \\w"},
    {"optional/ecmascript-regex.json", "ECMA 262 \\S matches everything but whitespace", engine + ": \\S likewise"},
    {"optional/ecmascript-regex.json", "patterns always use unicode semantics with pattern",
     engine + ": \\p{Letter} is written \\p{L}"},
    {"optional/ecmascript-regex.json", "patterns always use unicode semantics with patternProperties",
     engine + ": \\p{Letter} is written \\p{L}"},
    {"optional/ecmascript-regex.json", "pattern with non-ASCII digits", engine + ": \\p{digit} is written \\p{Nd}"},
    {"optional/ecmascript-regex.json", "patternProperties with non-ASCII digits",
     engine + ": \\p{digit} is written \\p{Nd}"},
    {"optional/ecmascript-regex.json", "\\a is not an ECMA 262 control escape", fetched},
};

// Formats that are asserted; tests of others would show nothing.
const std::set<std::string> asserted_formats{"date-time", "date", "time", "email", "uri",
                                             "uuid",      "ipv4", "ipv6", "regex"};

std::vector<fs::path> suite_roots() {
  std::vector<fs::path> roots{"/usr/share/json-schema-test-suite/tests",
                              "/usr/share/perl5/auto/share/dist/Test-JSON-Schema-Acceptance/tests"};
  if (const char* named = std::getenv("PROMPTCTL_SCHEMA_SUITE")) {
    roots.emplace_back(named);
  }
  roots.erase(std::remove_if(roots.begin(), roots.end(), [](const fs::path& root) { return !fs::exists(root); }),
              roots.end());
  return roots;
}

Value read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  const auto value = parse_json(std::string(std::istreambuf_iterator<char>(file), {}));
  INFO(path);
  REQUIRE(value.has_value());
  return *value;
}

bool is_judged(const fs::path& file) {
  const std::string path = file.generic_string();
  return path.ends_with(".json") &&
         (path.find("optional/format/") == std::string::npos || asserted_formats.count(file.stem().string()) == 1);
}

std::vector<std::string> files_of(const fs::path& folder) {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && is_judged(entry.path())) {
      files.push_back(fs::relative(entry.path(), folder).generic_string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

struct Tally {
  int ran = 0;
  int passed = 0;
  std::set<const Difference*> possible;  // listed, of groups that the suite has
  std::set<const Difference*> seen;
};

const Difference* find_difference(const std::string& file, const std::string& group) {
  const auto found = std::find_if(differences.begin(), differences.end(), [&](const Difference& one) {
    return one.file == file && (one.group.empty() || one.group == group);
  });
  return found == differences.end() ? nullptr : &*found;
}

// As `valid` says; false too when nobody knows.
bool agrees(const std::optional<Schema>& schema, const Value& test) {
  if (!schema) {
    return false;
  }
  const auto violations = schema->validate(*test.find("data"));
  return violations.empty() == test.find("valid")->is_true() && (violations.empty() || !violations[0].undecided);
}

void judge_group(const std::string& file, const Value& group, const char* uri, Tally& tally) {
  Value schema = *group.find("schema");
  if (schema.is_map() && schema.find("$schema") == nullptr) {
    schema.set("$schema", text_value(uri));
  }
  Diagnostics diagnostics;
  const auto compiled = Schema::compile(schema, diagnostics);
  const std::string& name = group.find("description")->text;
  const Difference* listed = find_difference(file, name);
  tally.possible.insert(listed);
  for (const Value& test : group.find("tests")->items) {
    const bool agreed = agrees(compiled, test);
    ++tally.ran;
    tally.passed += agreed ? 1 : 0;
    INFO(uri << " " << file << ": " << name << ": " << test.find("description")->text);
    CHECK((agreed || listed != nullptr));
    if (!agreed) {
      tally.seen.insert(listed);
    }
  }
}

}  // namespace

TEST_CASE("the official suite passes, but for the listed differences") {
  const auto roots = suite_roots();
  if (roots.empty()) {
    WARN("skipped: neither json-schema-test-suite nor libtest-json-schema-acceptance-perl is installed");
    return;
  }
  for (const fs::path& root : roots) {
    for (const SuiteDraft& draft : suite_drafts) {
      Tally tally;
      if (!fs::exists(root / draft.folder)) {
        continue;
      }
      for (const std::string& file : files_of(root / draft.folder)) {
        for (const Value& group : read(root / draft.folder / file).items) {
          judge_group(file, group, draft.uri, tally);
        }
      }
      for (const Difference* listed : tally.possible) {
        INFO(draft.folder << ": listed, but no longer different: " << (listed == nullptr ? "" : listed->group));
        CHECK((listed == nullptr || tally.seen.count(listed) == 1));
      }
      INFO(draft.folder << ": no test was run");
      CHECK(tally.passed > 0);
    }
  }
}
