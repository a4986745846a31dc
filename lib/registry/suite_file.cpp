#include "registry/suite_file.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "base/digest.hpp"
#include "base/text.hpp"
#include "base/utc.hpp"
#include "document/field_reader.hpp"
#include "document/yaml.hpp"

namespace promptctl {
namespace {

constexpr long long most_repeats = 1000;
constexpr long long most_tokens = 10'000'000;

// The models that `targets` lists, and where.
std::vector<Target> read_targets(FieldReader& fields, Location& where) {
  std::vector<Target> targets;
  const Value* written = fields.optional_list("targets");
  if (written == nullptr) {
    return targets;
  }
  where = written->where;
  for (const Value& item : written->items) {
    const auto target = item.is_text() ? find_target(item.text) : std::nullopt;
    if (target) {
      targets.push_back(*target);
    } else {
      fields.diagnostics().error("bad-target", item.where, fmt::format("`{}` names no provider", display_text(item)),
                                 "write provider/model: openai/gpt-4o-mini");
    }
  }
  if (written->items.empty()) {
    fields.diagnostics().error("empty-list", written->where, "`targets` names no model");
  }
  return targets;
}

constexpr long long most_votes = 25;

JudgeSettings read_judge(const Field& field, Diagnostics& diagnostics) {
  FieldReader fields(field.value, diagnostics);
  JudgeSettings judge;
  judge.name = field.name;
  judge.where = field.where;
  judge.prompt = fields.optional_text("prompt").value_or("");
  judge.targets = read_targets(fields, judge.targets_where);
  judge.votes = static_cast<int>(fields.optional_integer("votes", 1, most_votes).value_or(1));
  const auto reducer = fields.optional_choice("reduce", {"majority", "unanimous", "mean"}).value_or("");
  judge.reducer = find_vote_reducer(reducer).value_or(VoteReducer::majority);
  fields.finish();
  return judge;
}

std::map<std::string, JudgeSettings> read_judges(FieldReader& fields) {
  std::map<std::string, JudgeSettings> judges;
  if (const Value* written = fields.optional_map("judges")) {
    for (const Field& field : written->fields) {
      judges.emplace(field.name, read_judge(field, fields.diagnostics()));
    }
  }
  return judges;
}

std::vector<Value> read_assertions(FieldReader& fields) {
  const Value* written = fields.optional_list("assert");
  return written == nullptr ? std::vector<Value>() : written->items;
}

// Whether a relative path leads out of the folder that it starts from, or to what is hidden there.
bool leaves(std::string_view path) {
  int depth = 0;
  for (const std::string_view part : split(path, '/')) {
    depth += part == ".." ? -1 : part.empty() || part == "." ? 0 : 1;
    if (depth < 0 || (part.starts_with('.') && part != "." && part != "..")) {
      return true;
    }
  }
  return false;
}

void read_cases_path(FieldReader& fields, std::string_view path, Suite& suite) {
  const std::string cases = fields.required_text("cases");
  const Value* written = fields.map().find("cases");
  suite.cases_where = written == nullptr ? fields.map().where : written->where;
  const std::string_view folder = path.substr(0, path.rfind('/') + 1);
  suite.cases = std::filesystem::path(std::string(folder) + cases).lexically_normal().generic_string();
  if (cases.starts_with('/') || leaves(std::string(folder) + cases)) {
    fields.diagnostics().error("outside-registry", suite.cases_where,
                               fmt::format("`{}` is no part of the registry", cases),
                               "a dataset is versioned with its suite");
  }
}

void read_budget(const Value& map, Suite& suite, Diagnostics& diagnostics) {
  FieldReader budget(map, diagnostics);
  suite.max_cost = budget.optional_money("max_cost");
  suite.max_output_tokens = budget.optional_integer("max_output_tokens", 1, most_tokens);
  budget.finish();
}

void read_errors(const Value& map, Suite& suite, Diagnostics& diagnostics) {
  FieldReader errors(map, diagnostics);
  suite.tolerated_errors = errors.optional_share("tolerate").value_or(0);
  errors.finish();
}

Quarantine read_quarantined(const Value& item, Diagnostics& diagnostics) {
  FieldReader fields(item, diagnostics);
  Quarantine quarantine;
  quarantine.where = item.where;
  fields.required_value("case");
  quarantine.case_id = fields.optional_id("case").value_or("");
  quarantine.owner = fields.required_text("owner");
  quarantine.reason = fields.required_text("reason");
  quarantine.until_text = fields.required_text("until");
  fields.finish();
  const auto until = parse_utc(quarantine.until_text + "T23:59:59Z");
  if (until) {
    quarantine.until = *until;
  } else if (!quarantine.until_text.empty()) {
    diagnostics.error("bad-date", item.find("until")->where, fmt::format("`{}` is no day", quarantine.until_text),
                      "write the last day of the quarantine: 2026-12-31");
  }
  return quarantine;
}

std::vector<Quarantine> read_quarantine(FieldReader& fields) {
  std::vector<Quarantine> all;
  if (const Value* written = fields.optional_list("quarantine")) {
    for (const Value& item : written->items) {
      all.push_back(read_quarantined(item, fields.diagnostics()));
    }
  }
  return all;
}

}  // namespace

std::optional<Suite> read_suite(std::string id, const SourcePointer& source, Diagnostics& diagnostics) {
  const auto document = read_yaml(source, diagnostics);
  if (!document) {
    return std::nullopt;
  }
  Suite suite;
  suite.id = std::move(id);
  suite.where = document->where;
  suite.digest = sha256(source->text());
  FieldReader fields(*document, diagnostics);
  suite.prompt = fields.required_text("prompt");
  const Value* prompt = document->find("prompt");
  suite.prompt_where = prompt == nullptr ? document->where : prompt->where;
  read_cases_path(fields, source->path(), suite);
  suite.targets = read_targets(fields, suite.targets_where);
  suite.repeat = static_cast<int>(fields.optional_integer("repeat", 1, most_repeats).value_or(1));
  const std::vector<std::string_view> reducers{"pass^k", "pass@k", "majority", "mean"};
  suite.reducer = find_reducer(fields.optional_choice("reduce", reducers).value_or("")).value_or(Reducer::all);
  suite.quarantine = read_quarantine(fields);
  if (const auto name = fields.optional_choice("data_class", data_class_names())) {
    suite.data_class = find_data_class(*name);
  }
  suite.judges = read_judges(fields);
  suite.assertions = read_assertions(fields);
  if (const Value* errors = fields.optional_map("errors")) {
    read_errors(*errors, suite, diagnostics);
  }
  if (const Value* budget = fields.optional_map("budget")) {
    read_budget(*budget, suite, diagnostics);
  }
  suite.description = fields.optional_text("description").value_or("");
  fields.finish();
  return suite;
}

}  // namespace promptctl
