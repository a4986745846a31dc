#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "document/json.hpp"
#include "template/template.hpp"

namespace promptctl::template_testing {

// Writes markers between angle quotes, where they can be told from text.
class ShownOutput final : public Output {
 public:
  void text(std::string_view text) override { shown += text; }
  void marker(const Marker& marker) override {
    std::visit([this](const auto& kind) { shown += "«" + show(kind) + "»"; }, marker);
  }

  std::string shown;

 private:
  static std::string show(const RoleMarker& role) { return "role " + std::string(role_name(role.role)); }
  static std::string show(const HistoryMarker&) { return "history"; }
  static std::string show(const SectionMarker& section) { return "section " + section.name; }
  static std::string show(const MediaMarker& media) { return "media " + media.url + " " + media.content_type; }
};

inline SourcePointer source_of(std::string text, std::string path = "a.prompt") {
  return std::make_shared<const Source>(std::move(path), std::move(text));
}

inline std::string described(const Diagnostics& diagnostics) {
  std::string all;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    all += describe(diagnostic);
  }
  return all;
}

// All that one expansion needs, in text; `expand` and `faults` do the rest.
struct TemplateCase {
  std::string text;
  std::string variables = "{}";  // JSON
  std::string context = "{}";    // JSON
  std::map<std::string, std::string> partials = {};
  std::set<std::string, std::less<>> optional = {};
  ExpansionLimits limits = {};
};

struct Expanded {
  std::string text;         // "fault" where there was one
  std::string diagnostics;  // described
};

inline Expanded expand_case(const TemplateCase& given) {
  Diagnostics diagnostics;
  std::map<std::string, Template, std::less<>> partials;
  for (const auto& [name, text] : given.partials) {
    if (auto parsed = Template::parse(source_of(text, "_" + name + ".prompt"), 0, diagnostics)) {
      partials.emplace(name, std::move(*parsed));
    }
  }
  const auto parsed = Template::parse(source_of(given.text), 0, diagnostics);
  const Value variables = parse_json(given.variables).value();
  const Value context = parse_json(given.context).value();
  Expansion input{.variables = variables, .context = &context, .optional = &given.optional, .limits = given.limits};
  input.partial = [&partials](std::string_view name) {
    const auto found = partials.find(name);
    return found == partials.end() ? nullptr : &found->second;
  };
  ShownOutput output;
  const bool good = parsed && parsed->expand(input, output, diagnostics);
  return {good ? output.shown : "fault", described(diagnostics)};
}

inline std::string expand(const TemplateCase& given) {
  const Expanded expanded = expand_case(given);
  return expanded.text + expanded.diagnostics;
}

inline std::string faults_of(const TemplateCase& given) {
  return expand_case(given).diagnostics;
}

}  // namespace promptctl::template_testing
