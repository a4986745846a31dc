#include "authoring/case_addition.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "dataset/case_reader.hpp"
#include "document/json.hpp"

namespace promptctl {
namespace {

constexpr std::string_view redacted = "[redacted]";

void redact(Value& value, const std::vector<std::string>& secrets) {
  for (const std::string& secret : secrets) {
    value.text = value.is_text() ? replace_all(value.text, secret, redacted) : value.text;
  }
  for (Value& item : value.items) {
    redact(item, secrets);
  }
  for (Field& field : value.fields) {
    redact(field.value, secrets);
  }
}

void redact(Case& golden, const std::vector<std::string>& secrets) {
  redact(golden.vars, secrets);
  redact(golden.context, secrets);
  if (golden.expected) {
    redact(*golden.expected, secrets);
  }
  for (Value& assertion : golden.assertions) {
    redact(assertion, secrets);
  }
  for (const std::string& secret : secrets) {
    golden.id = replace_all(golden.id, secret, redacted);
    golden.group = replace_all(golden.group, secret, redacted);
    golden.description = replace_all(golden.description, secret, redacted);
    if (golden.output) {
      golden.output = replace_all(*golden.output, secret, redacted);
    }
    for (Message& message : golden.history) {
      for (Part& part : message.parts) {
        if (auto* text = std::get_if<TextPart>(&part)) {
          text->text = replace_all(text->text, secret, redacted);
        }
      }
    }
  }
}

Value history_value(const std::vector<Message>& history) {
  Value list = list_value({});
  for (const Message& message : history) {
    list.items.push_back(
        map_value().set("role", text_value(role_name(message.role))).set("content", text_value(text_of(message))));
  }
  return list;
}

std::set<std::string> ids_of(const Files& files, const std::string& path) {
  std::set<std::string> ids;
  Diagnostics faults;
  if (ByteStream text = files.open(path)) {
    const auto cases = read_cases(path, std::move(text), faults);
    for (Case golden; cases->next(golden);) {
      ids.insert(golden.id);
    }
  }
  if (faults.has_errors()) {
    const Diagnostic fault = faults.sorted().front();
    throw Failure(fault.code, fault.where, fmt::format("the dataset has a fault: {}", fault.message),
                  "mend it first: promptctl lint");
  }
  return ids;
}

}  // namespace

std::string case_line(const Case& golden) {
  Value line = map_value();
  line.set("id", text_value(golden.id)).set("vars", golden.vars);
  if (golden.expected) {
    line.set("expected", *golden.expected);
  }
  if (!golden.assertions.empty()) {
    line.set("assert", list_value(golden.assertions));
  }
  if (!golden.tags.empty()) {
    line.set("tags", texts_value(golden.tags));
  }
  if (!golden.group.empty()) {
    line.set("group", text_value(golden.group));
  }
  if (golden.critical) {
    line.set("critical", boolean_value(true));
  }
  if (golden.threshold) {
    line.set("threshold", number_value(*golden.threshold));
  }
  if (!golden.history.empty()) {
    line.set("history", history_value(golden.history));
  }
  if (!golden.context.is_null()) {
    line.set("context", golden.context);
  }
  if (golden.output) {
    line.set("output", text_value(*golden.output));
  }
  if (!golden.description.empty()) {
    line.set("description", text_value(golden.description));
  }
  return compact_json(line) + "\n";
}

std::vector<std::string> add_cases(Files& files, const std::string& path, std::vector<Case> cases,
                                   const CaseAddition& addition) {
  if (!path.ends_with(".jsonl")) {
    throw Failure("unknown-dataset", whole_file(path), "cases are added to a dataset in JSON lines",
                  "a line can be added without writing the others anew: cases.jsonl");
  }
  std::set<std::string> known = ids_of(files, path);
  Diagnostics reported;
  const auto before = files.read(path, reported);
  std::string text(before ? before->text() : "");
  text += text.empty() || text.back() == '\n' ? "" : "\n";
  std::vector<std::string> ids;
  for (Case& golden : cases) {
    golden.tags.insert(golden.tags.end(), addition.tags.begin(), addition.tags.end());
    golden.description = golden.description.empty() ? addition.source : golden.description;
    redact(golden, addition.redact);
    if (!known.insert(golden.id).second) {
      throw Failure("duplicate-case", whole_file(path), fmt::format("the dataset has a case `{}`", golden.id),
                    "give the new one another id, or leave out what is there");
    }
    text += case_line(golden);
    ids.push_back(golden.id);
  }
  files.write(path, text);
  return ids;
}

}  // namespace promptctl
