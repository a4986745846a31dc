#include "evidence/evidence_run.hpp"

#include <fmt/format.h>

#include <array>

#include "base/digest.hpp"
#include "base/utc.hpp"
#include "document/figure_value.hpp"
#include "document/record_fields.hpp"
#include "evidence/evidence_fields.hpp"

namespace promptctl {
namespace {

constexpr std::string_view tool_name = "promptctl";
constexpr long long most_count = 1'000'000'000;
constexpr long long most_repeats = 65'535;

void set_flag(Value& map, std::string_view name, bool flag) {
  if (flag) {
    map.set(std::string(name), boolean_value(true));
  }
}

Value policies_value(const Provenance& provenance) {
  Value policies = map_value();
  for (const auto& [environment, digest] : provenance.policies) {
    policies.set(environment, text_value(digest));
  }
  return policies;
}

Value asked_value(const std::vector<std::string>& targets) {
  return targets.size() == 1 ? text_value(targets.front()) : texts_value(targets);
}

Value target_value(const RunSample& sample) {
  Value target = map_value().set("asked", asked_value(sample.header.targets));
  set_text(target, "reported", sample.model);
  set_text(target, "endpoint", sample.header.provenance.endpoint);
  set_text(target, "trust_head", sample.header.provenance.trust_head);
  set_flag(target, "own_model", sample.header.provenance.own_model);
  return target;
}

Value circumstances_value(const RunSample& sample) {
  const RunHeader& header = sample.header;
  Value run = map_value();
  run.set("id", text_value(header.id)).set("started", text_value(utc_text(header.started)));
  set_text(run, "address", header.prompt_address);
  run.set("repeats", integer_value(header.repeat)).set("planned", integer_value(header.planned));
  set_text(run, "selection", header.selection);
  if (header.tolerated_errors != 0) {
    run.set("tolerated_errors", number_value(header.tolerated_errors));
  }
  if (header.commit) {
    run.set("commit", text_value(*header.commit));
  }
  if (header.is_dirty()) {
    run.set("uncommitted", texts_value(header.uncommitted));
  }
  set_flag(run, "offline", header.offline);
  if (sample.replayed > 0) {
    run.set("replayed", count_value(sample.replayed));
  }
  if (sample.timeouts > 0) {
    run.set("timeouts", count_value(sample.timeouts));
  }
  if (sample.replayed_verdicts > 0) {
    run.set("replayed_verdicts", count_value(sample.replayed_verdicts));
  }
  if (sample.judged > 0) {
    run.set("judged", count_value(sample.judged)).set("judge_errors", count_value(sample.judge_errors));
  }
  set_text(run, "producer", header.provenance.producer);
  set_text(run, "ci_url", header.provenance.ci_url);
  set_text(run, "attempt", header.provenance.attempt);
  set_flag(run, "from_fork", header.provenance.from_fork);
  return run;
}

Value ratings_value(const Ratings& ratings) {
  Value list = list_value({});
  for (const auto& [said, cases] : ratings) {
    Value item = map_value().set("label", text_value(said.first));
    set_text(item, "word", said.second);
    list.items.push_back(item.set("cases", count_value(cases)));
  }
  return list;
}

void read_ratings(const Value& list, Ratings& ratings, Diagnostics& diagnostics) {
  for (const Value& item : list.items) {
    FieldReader fields(item, diagnostics);
    const std::string label = fields.required_text("label");
    const std::string word = fields.optional_text("word").value_or("");
    const auto cases = static_cast<std::size_t>(required_integer(fields, "cases", 1, most_count));
    fields.finish();
    if (!ratings.emplace(std::pair(label, word), cases).second) {
      diagnostics.error("bad-evidence", item.where, "two counts of the same label and word");
    }
  }
}

void check_sha256(FieldReader& fields, std::string_view name, const Value* value) {
  if (value != nullptr && value->is_text() && !is_sha256(value->text)) {
    fields.diagnostics().error("bad-evidence", value->where,
                               fmt::format("`{}` must be a SHA-256: 64 lower-case hex digits", name));
  }
}

void read_policies(FieldReader& fields, Provenance& provenance) {
  for (const Field* field : fields.remaining()) {
    check_sha256(fields, field->name, &field->value);
    if (!field->value.is_text()) {
      fields.diagnostics().error("wrong-kind", field->value.where, "a policy's digest must be text");
    }
    provenance.policies[field->name] = field->value.text;
  }
}

void read_target(FieldReader& fields, RunSample& sample) {
  fields.required_value("asked");
  sample.header.targets = fields.optional_texts("asked");
  sample.model = fields.optional_text("reported").value_or("");
  sample.header.provenance.endpoint = fields.optional_text("endpoint").value_or("");
  sample.header.provenance.trust_head = fields.optional_text("trust_head").value_or("");
  sample.header.provenance.own_model = fields.optional_boolean("own_model").value_or(false);
}

double read_share(FieldReader& fields, std::string_view name) {
  const double share = fields.optional_number(name).value_or(0);
  if (share < 0 || share > 1) {
    fields.diagnostics().error("bad-evidence", fields.map().find(name)->where,
                               fmt::format("`{}` must be a number from 0 to 1", name));
  }
  return share;
}

void read_circumstances(FieldReader& fields, RunSample& sample) {
  RunHeader& header = sample.header;
  header.id = fields.required_text("id");
  header.started = read_time(fields, "started");
  header.prompt_address = fields.optional_text("address").value_or("");
  header.repeat = static_cast<int>(required_integer(fields, "repeats", 1, most_repeats));
  header.planned = required_integer(fields, "planned", 0, most_count);
  header.selection = fields.optional_text("selection").value_or("");
  header.tolerated_errors = read_share(fields, "tolerated_errors");
  header.commit = fields.optional_text("commit");
  header.uncommitted = fields.optional_texts("uncommitted");
  header.offline = fields.optional_boolean("offline").value_or(false);
  sample.replayed = static_cast<std::size_t>(fields.optional_integer("replayed", 0, most_count).value_or(0));
  sample.timeouts = static_cast<std::size_t>(fields.optional_integer("timeouts", 0, most_count).value_or(0));
  sample.replayed_verdicts =
      static_cast<std::size_t>(fields.optional_integer("replayed_verdicts", 0, most_count).value_or(0));
  sample.judged = static_cast<std::size_t>(fields.optional_integer("judged", 0, most_count).value_or(0));
  sample.judge_errors = static_cast<std::size_t>(
      fields.optional_integer("judge_errors", 0, static_cast<long long>(sample.judged)).value_or(0));
  header.provenance.producer = fields.optional_text("producer").value_or("");
  header.provenance.ci_url = fields.optional_text("ci_url").value_or("");
  header.provenance.attempt = fields.optional_text("attempt").value_or("");
  header.provenance.from_fork = fields.optional_boolean("from_fork").value_or(false);
}

void read_suite(FieldReader& fields, RunHeader& header) {
  header.suite_id = fields.required_text("id");
  header.suite_digest = read_sha256(fields, "digest");
  fields.required_value("reducer");
  constexpr std::array reducers{Reducer::all, Reducer::any, Reducer::majority, Reducer::mean};
  std::vector<std::string_view> names;
  names.reserve(reducers.size());
  for (const Reducer reducer : reducers) {
    names.push_back(reducer_name(reducer));
  }
  const auto name = fields.optional_choice("reducer", names);
  header.reducer = find_reducer(name.value_or("")).value_or(Reducer::all);
}

void read_tool(FieldReader& fields, RunHeader& header) {
  fields.required_value("name");
  fields.optional_choice("name", {tool_name});
  header.tool = fields.required_text("version");
}

}  // namespace

std::string read_sha256(FieldReader& fields, std::string_view name) {
  std::string digest = fields.required_text(name);
  check_sha256(fields, name, fields.map().find(name));
  return digest;
}

void set_evidence_run(Value& predicate, const RunSample& sample) {
  const RunHeader& header = sample.header;
  predicate.set(
      "dataset",
      map_value().set("digest", text_value(header.dataset_digest)).set("cases", integer_value(header.dataset_cases)));
  predicate.set("suite", map_value()
                             .set("id", text_value(header.suite_id))
                             .set("digest", text_value(header.suite_digest))
                             .set("reducer", text_value(reducer_name(header.reducer))));
  if (!header.provenance.policies.empty()) {
    predicate.set("policies", policies_value(header.provenance));
  }
  if (!header.provenance.judges.empty()) {
    predicate.set("judges", judge_uses_value(header.provenance.judges));
  }
  if (!header.provenance.judge_endpoints.empty()) {
    predicate.set("judge_endpoints", texts_value(header.provenance.judge_endpoints));
  }
  if (!sample.ratings.empty()) {
    predicate.set("ratings", ratings_value(sample.ratings));
  }
  set_text(predicate, "prices", header.provenance.prices);
  predicate.set("target", target_value(sample))
      .set("tool", map_value().set("name", text_value(tool_name)).set("version", text_value(header.tool)))
      .set("run", circumstances_value(sample));
}

void read_evidence_run(FieldReader& predicate, RunSample& sample) {
  RunHeader& header = sample.header;
  read_part(predicate, "dataset", [&header](FieldReader& fields) {
    header.dataset_digest = read_sha256(fields, "digest");
    header.dataset_cases = required_integer(fields, "cases", 0, most_count);
  });
  read_part(predicate, "suite", [&header](FieldReader& fields) { read_suite(fields, header); });
  if (predicate.optional_value("policies") != nullptr) {
    read_part(predicate, "policies", [&header](FieldReader& fields) { read_policies(fields, header.provenance); });
  }
  if (const Value* judges = predicate.optional_map("judges")) {
    header.provenance.judges = read_judge_uses(*judges, predicate.diagnostics());
  }
  header.provenance.judge_endpoints = predicate.optional_texts("judge_endpoints");
  if (const Value* ratings = predicate.optional_list("ratings")) {
    read_ratings(*ratings, sample.ratings, predicate.diagnostics());
  }
  header.provenance.prices = predicate.optional_text("prices").value_or("");
  check_sha256(predicate, "prices", predicate.map().find("prices"));
  read_part(predicate, "target", [&sample](FieldReader& fields) { read_target(fields, sample); });
  read_part(predicate, "tool", [&header](FieldReader& fields) { read_tool(fields, header); });
  read_part(predicate, "run", [&sample](FieldReader& fields) { read_circumstances(fields, sample); });
}

}  // namespace promptctl
