#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "document/value.hpp"
#include "prompt/diff/text_diff.hpp"

namespace promptctl {

enum class Change { added, removed, changed };

// What a change means for the code that fills in the variables and reads the reply. `unclear`: it depends on the values
// that callers give or rely on, as with `maxLength`.
enum class CallerImpact { compatible, unclear, breaking };

// One difference between two interfaces. Without a field, it is of the input or output as a whole.
struct InterfaceChange {
  Change change = Change::changed;
  std::string field;                  // "customer.name"; items of a list are "turns[]"; may be empty
  std::string aspect;                 // "field" when added or removed; "type", "required", "format", a schema's keyword
  std::optional<std::string> before;  // "string, required"; none when the field or keyword was not there
  std::optional<std::string> after;
  CallerImpact impact = CallerImpact::compatible;

  bool operator==(const InterfaceChange&) const = default;
};

struct InterfaceDiff {
  // Also true without an entry below: then the schemas differ in the order of their fields, or in form only.
  bool changed = false;
  std::vector<InterfaceChange> input;
  std::vector<InterfaceChange> output;

  // The gravest of all changes.
  CallerImpact impact() const {
    CallerImpact gravest = CallerImpact::compatible;
    for (const auto* changes : {&input, &output}) {
      for (const InterfaceChange& change : *changes) {
        gravest = std::max(gravest, change.impact);
      }
    }
    return gravest;
  }
};

// A setting of the front matter that is no part of the interface. Null where the file does not set it.
struct ConfigChange {
  std::string key;  // as the file writes it, less the map it stands in: "maxOutputTokens"
  Value before;
  Value after;
};

struct PartialChange {
  Change change = Change::changed;
  std::string name;

  bool operator==(const PartialChange&) const = default;
};

// What the differences between two prompts mean. All empty when the contents are identical, and when only text differs.
struct PromptDiff {
  bool identical = false;
  InterfaceDiff interface;
  std::vector<ConfigChange> config;
  std::vector<PartialChange> partials;
};

// The changes of one file of a prompt's content.
struct FileDiff {
  std::string file;  // "prompt", "partial support/tone"
  TextDiff text;
};

// Two contents, and all that is to be said about how they differ.
struct PromptComparison {
  struct Content {
    std::string address;
    std::string digest;
  };

  Content before;
  Content after;
  PromptDiff prompts;
  std::vector<FileDiff> files;  // those that differ
};

}  // namespace promptctl
