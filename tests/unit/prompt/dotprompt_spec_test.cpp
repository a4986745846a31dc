// Runs the tests of Dotprompt's own specification, as far as they concern rendering and schemas.

#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <sstream>

#include "document/json.hpp"
#include "document/yaml.hpp"
#include "prompt/front_matter.hpp"
#include "prompt/messages.hpp"
#include "schema/picoschema.hpp"
#include "template/template.hpp"
#include "tests/support/catch.hpp"

namespace fs = std::filesystem;
using promptctl::Diagnostics;
using promptctl::Expansion;
using promptctl::Message;
using promptctl::Source;
using promptctl::SourcePointer;
using promptctl::Template;
using promptctl::Value;

namespace {

// Where we differ on purpose. A test that is not here must agree, one that is here must not.
const std::map<std::string, std::string> differences{
    {"helpers/history.yaml: basic_history: inserts conversation history with proper metadata and roles",
     "a message carries no metadata that calls it history"},
    {"helpers/section.yaml: basic_section: renders sequential sections with proper metadata and content boundaries",
     "a section divides parts, but no part carries its name"},
    {"helpers/section.yaml: nested_sections: handles nested and reopened sections with proper metadata boundaries",
     "a section divides parts, but no part carries its name"},
};

// Handed to no part of ours that is tested here: kept, merged or discarded by whoever reads front matter.
const std::set<std::string> other_expectations{"config", "model", "raw", "ext"};

const Value empty_map = promptctl::map_value();

const Value& field(const Value& map, std::string_view name) {
  const Value* found = map.find(name);
  return found == nullptr ? empty_map : *found;
}

SourcePointer source_of(std::string text) {
  return std::make_shared<const Source>("spec", std::move(text));
}

// `over` laid upon `under`, field by field.
Value merged(const Value& under, const Value& over) {
  Value all = over;
  for (const auto& kept : under.fields) {
    if (over.find(kept.name) == nullptr) {
      all.fields.push_back(kept);
    }
  }
  return all;
}

struct PromptParts {
  Value front_matter = promptctl::map_value();
  std::size_t body_start = 0;
};

PromptParts parts_of(const SourcePointer& source, Diagnostics& diagnostics) {
  const auto parts = promptctl::split_front_matter(source, [](std::string_view) { return false; }, diagnostics);
  if (!parts || parts->body_start == 0) {
    return {};
  }
  const auto read = promptctl::read_yaml(source, parts->yaml, diagnostics);
  return {read.value_or(promptctl::map_value()), parts->body_start};
}

std::vector<Message> history_of(const Value& messages) {
  std::vector<Message> history;
  for (const Value& message : messages.items) {
    Message& made = history.emplace_back();
    made.role = promptctl::find_role(field(message, "role").text).value();
    for (const Value& part : field(message, "content").items) {
      made.parts.emplace_back(promptctl::TextPart{field(part, "text").text});
    }
  }
  return history;
}

Value media_value(const promptctl::MediaPart& part) {
  Value media = promptctl::map_value();
  if (!part.content_type.empty()) {
    media.set("contentType", promptctl::text_value(part.content_type));
  }
  media.set("url", promptctl::text_value(part.url));
  return promptctl::map_value().set("media", media);
}

Value value_of(const std::vector<Message>& messages) {
  Value all = promptctl::list_value({});
  for (const Message& message : messages) {
    Value content = promptctl::list_value({});
    for (const promptctl::Part& part : message.parts) {
      const auto* media = std::get_if<promptctl::MediaPart>(&part);
      const auto* text = std::get_if<promptctl::TextPart>(&part);
      content.items.push_back(media != nullptr ? media_value(*media)
                                               : promptctl::map_value().set("text", promptctl::text_value(text->text)));
    }
    all.items.push_back(promptctl::map_value()
                            .set("role", promptctl::text_value(promptctl::role_name(message.role)))
                            .set("content", content));
  }
  return all;
}

// Without what our messages have no place for.
Value without_metadata(Value messages) {
  for (Value& message : messages.items) {
    std::erase_if(message.fields, [](const auto& f) { return f.name == "metadata"; });
    for (auto& content : message.fields) {
      std::erase_if(content.value.items, [](const Value& part) { return part.find("metadata") != nullptr; });
    }
  }
  return messages;
}

struct SpecTest {
  std::string name;
  const Value& group;
  const Value& test;
};

std::map<std::string, Template, std::less<>> partials_of(const Value& group, Diagnostics& diagnostics) {
  std::map<std::string, Template, std::less<>> partials;
  for (const std::string_view kind : {"partials", "resolverPartials"}) {
    for (const auto& partial : field(group, kind).fields) {
      partials.emplace(partial.name, Template::parse(source_of(partial.value.text), 0, diagnostics).value());
    }
  }
  return partials;
}

Value rendered(const SpecTest& spec, const Template& parsed, Diagnostics& diagnostics) {
  const Value data = merged(field(spec.group, "data"), field(spec.test, "data"));
  const Value variables = merged(field(field(field(spec.test, "options"), "input"), "default"), field(data, "input"));
  const auto partials = partials_of(spec.group, diagnostics);
  Expansion input{.variables = variables, .context = &field(data, "context")};
  input.partial = [&partials](std::string_view name) {
    const auto found = partials.find(name);
    return found == partials.end() ? nullptr : &found->second;
  };
  promptctl::MessageBuilder builder(history_of(field(data, "messages")));
  CHECK(parsed.expand(input, builder, diagnostics));
  return value_of(builder.finish());
}

// Whether the schemas in the front matter come out as the test has them.
bool schemas_agree(const SpecTest& spec, const Value& front_matter, Diagnostics& diagnostics) {
  const Value named = merged(field(spec.group, "schemas"), field(spec.group, "resolverSchemas"));
  for (const std::string_view side : {"input", "output"}) {
    const Value* expected = field(field(spec.test, "expect"), side).find("schema");
    const Value* schema = field(front_matter, side).find("schema");
    if (expected != nullptr &&
        !same(picoschema_to_json_schema(schema == nullptr ? Value() : *schema, diagnostics, &named), *expected)) {
      return false;
    }
  }
  return true;
}

void run(const SpecTest& spec, std::set<std::string>& differing) {
  INFO(spec.name);
  Diagnostics diagnostics;
  const Value& expected = field(spec.test, "expect");
  for (const auto& expectation : expected.fields) {
    INFO(expectation.name);
    CHECK((other_expectations.contains(expectation.name) || expectation.name == "messages" ||
           expectation.name == "input" || expectation.name == "output"));
  }
  const SourcePointer source = source_of(field(spec.group, "template").text);
  const PromptParts parts = parts_of(source, diagnostics);
  const auto parsed = Template::parse(source, parts.body_start, diagnostics);
  REQUIRE(parsed);
  const Value messages = rendered(spec, *parsed, diagnostics);
  const Value& wanted = field(expected, "messages");
  CHECK(promptctl::canonical_json(messages) == promptctl::canonical_json(without_metadata(wanted)));
  if (!same(messages, wanted) || !schemas_agree(spec, parts.front_matter, diagnostics)) {
    differing.insert(spec.name);
  }
  CHECK_FALSE(diagnostics.has_errors());
}

std::size_t run_file(const fs::path& path, const std::string& name, std::set<std::string>& differing) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  Diagnostics diagnostics;
  const auto groups = promptctl::read_yaml(source_of(text.str()), diagnostics);
  REQUIRE(groups);
  std::size_t count = 0;
  for (const Value& group : groups->items) {
    for (const Value& test : field(group, "tests").items) {
      run({name + ": " + field(group, "name").text + ": " + field(test, "desc").text, group, test}, differing);
      ++count;
    }
  }
  return count;
}

}  // namespace

TEST_CASE("Dotprompt's own tests agree, but for the differences listed") {
  const fs::path folder = fs::path(SOURCE_ROOT) / "../shared/data/dotprompt/spec";
  if (!fs::exists(folder)) {
    WARN("skipped: no Dotprompt specification at " << folder.string());
    return;
  }
  std::size_t count = 0;
  std::set<std::string> differing;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".yaml") {
      count += run_file(entry.path(), fs::relative(entry.path(), folder).generic_string(), differing);
    }
  }
  std::set<std::string> listed;
  for (const auto& [name, reason] : differences) {
    listed.insert(name);
  }
  CHECK(differing == listed);
  CHECK(count == 117);
}
