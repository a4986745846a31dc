#include "review/labels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/digest.hpp"
#include "document/field_reader.hpp"
#include "document/json.hpp"
#include "document/json_lines.hpp"

namespace promptctl {
namespace {

std::optional<Label> read_label(const Value& line, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.errors();
  FieldReader fields(line, diagnostics);
  Label label;
  label.item = fields.required_text("item");
  label.question = fields.required_text("question");
  label.case_id = fields.required_text("case");
  label.run = fields.optional_text("run").value_or("");
  label.rater = fields.required_text("rater");
  label.at = fields.required_text("at");
  label.answer = fields.optional_text("answer");
  label.because = fields.optional_text("because").value_or("");
  label.by = fields.optional_text("by").value_or("");
  fields.finish();
  return diagnostics.errors() == errors_before ? std::optional(std::move(label)) : std::nullopt;
}

// A line that can't be read is a fault, and the others count.
void read_file(const std::string& suite_id, const std::string& path, ByteStream text, Labels& labels,
               Diagnostics& diagnostics) {
  JsonLines lines(path, std::move(text), diagnostics);
  for (Value line; lines.next(line);) {
    auto label = read_label(line, diagnostics);
    if (label && label_file(suite_id, label->rater) != path) {
      diagnostics.error("bad-label", line.find("rater")->where,
                        fmt::format("the file is not that of `{}`", label->rater),
                        fmt::format("what somebody says stands in {}", label_file(suite_id, label->rater)));
    } else if (label) {
      labels.add(*std::move(label));
    }
  }
}

}  // namespace

std::string item_digest(const ReviewQuestion& question, const Case& golden, std::string_view reply) {
  std::vector<std::string> answers;
  for (const ReviewQuestion::Answer& answer : question.answers) {
    answers.push_back(answer.word + "\n" + answer.text);
  }
  std::vector<std::string> history;
  for (const Message& message : golden.history) {
    history.push_back(fmt::format("{}\n{}", role_name(message.role), text_of(message)));
  }
  Value value = map_value();
  value.set("question", text_value(question.id))
      .set("ask", text_value(question.ask))
      .set("answers", texts_value(answers))
      .set("vars", golden.vars)
      .set("history", texts_value(history))
      .set("context", golden.context)
      .set("reply", text_value(reply));
  return sha256(canonical_json(value));
}

std::string label_line(const Label& label) {
  Value value = map_value();
  value.set("item", text_value(label.item))
      .set("question", text_value(label.question))
      .set("case", text_value(label.case_id))
      .set("run", text_value(label.run))
      .set("rater", text_value(label.rater))
      .set("at", text_value(label.at));
  if (label.answer) {
    value.set("answer", text_value(*label.answer));
  }
  if (!label.because.empty()) {
    value.set("because", text_value(label.because));
  }
  if (!label.by.empty()) {
    value.set("by", text_value(label.by));
  }
  return compact_json(value) + "\n";
}

std::string label_file(const std::string& suite_id, const std::string& rater) {
  std::string name = rater;
  std::replace_if(
      name.begin(), name.end(),
      [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) == 0 &&
               std::string_view("@.-_+").find(c) == std::string_view::npos;
      },
      '_');
  if (name.starts_with('.')) {
    name.front() = '_';
  }
  return fmt::format("{}/{}.jsonl", labels_folder(suite_id), name);
}

Labels Labels::read(const Files& files, const std::string& suite_id, Diagnostics& diagnostics) {
  Labels labels;
  for (const std::string& path : files.list(labels_folder(suite_id), diagnostics)) {
    if (!path.ends_with(".jsonl")) {
      continue;
    }
    if (ByteStream text = files.open(path)) {
      read_file(suite_id, path, std::move(text), labels, diagnostics);
    }
  }
  return labels;
}

void Labels::add(Label label) {
  all_[label.item].insert_or_assign(label.rater, std::move(label));
}

std::map<std::string, std::string> Labels::answers(const std::string& item) const {
  std::map<std::string, std::string> answers;
  const auto labels = all_.find(item);
  if (labels != all_.end()) {
    for (const auto& [rater, label] : labels->second) {
      if (label.answer && rater != resolver) {
        answers.emplace(rater, *label.answer);
      }
    }
  }
  return answers;
}

const Label* Labels::decision(const std::string& item) const {
  const auto labels = all_.find(item);
  if (labels == all_.end()) {
    return nullptr;
  }
  const auto decided = labels->second.find(std::string(resolver));
  if (decided == labels->second.end() || !decided->second.answer) {
    return nullptr;
  }
  const auto given = answers(item);
  std::set<std::string> words;
  for (const auto& [rater, answer] : given) {
    words.insert(answer);
  }
  return words.size() > 1 && given.count(decided->second.by) == 0 ? &decided->second : nullptr;
}

bool Labels::is_done(const std::string& item, const std::string& rater) const {
  const auto labels = all_.find(item);
  const auto own = labels == all_.end() ? decltype(labels->second.end()){} : labels->second.find(rater);
  return labels != all_.end() && own != labels->second.end() && (own->second.answer || own->second.because != "undone");
}

}  // namespace promptctl
