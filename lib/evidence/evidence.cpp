#include "evidence/evidence.hpp"

#include <fmt/format.h>

#include <array>

#include "base/digest.hpp"
#include "base/text.hpp"
#include "document/figure_value.hpp"
#include "document/json.hpp"
#include "evidence/dsse.hpp"
#include "evidence/evidence_cases.hpp"
#include "evidence/evidence_check.hpp"
#include "evidence/evidence_fields.hpp"
#include "evidence/evidence_run.hpp"
#include "exchange/usage_value.hpp"

namespace promptctl {
namespace {

constexpr std::string_view statement_type = "https://in-toto.io/Statement/v1";
constexpr std::string_view predicate_type = "urn:promptctl:evaluation:v1";
constexpr std::string_view payload_type = "application/vnd.in-toto+json";
constexpr long long most_count = 1'000'000'000;

// In the order of `Verdict`.
constexpr std::array<std::string_view, 3> result_names{"PASSED", "FAILED", "INCONCLUSIVE"};

// Figures for whoever reads a statement with other tools; of these, promptctl reads the counts, to check them.
constexpr std::array<std::string_view, 6> counts{"cases", "passed", "failed", "errors", "missing", "quarantined"};
constexpr std::array<std::string_view, 6> figures{"pass_rate", "score", "latency_ms", "ttft_ms", "tokens", "cost_usd"};

Value summary_value(const RunSummary& summary) {
  Value value = map_value();
  value.set("cases", count_value(summary.cases))
      .set("passed", count_value(summary.passed))
      .set("failed", count_value(summary.failed))
      .set("errors", count_value(summary.errors))
      .set("missing", count_value(summary.missing))
      .set("quarantined", count_value(summary.quarantined))
      .set("pass_rate", interval_value(summary.pass_rate, "value"))
      .set("score", interval_value(summary.score, "mean"))
      .set("latency_ms", quantiles_value(summary.latency_ms))
      .set("ttft_ms", quantiles_value(summary.first_token_ms))
      .set("tokens", usage_value({summary.tokens.input, summary.tokens.output, summary.tokens.cached}))
      .set("cost_usd", cost_value(summary.cost));
  return value;
}

Value predicate_value(const RunSample& sample, const RunSummary& summary) {
  Value predicate = map_value();
  predicate.set("result", text_value(result_names.at(static_cast<std::size_t>(summary.verdict))));
  set_evidence_run(predicate, sample);
  predicate.set("summary", summary_value(summary)).set("cases", evidence_cases_value(sample));
  return predicate;
}

void read_summary(FieldReader& fields) {
  for (const std::string_view name : counts) {
    required_integer(fields, name, 0, most_count);
  }
  for (const std::string_view name : figures) {
    fields.required_value(name);
  }
}

void read_predicate(const Value& predicate, RunSample& sample, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.errors();
  FieldReader fields(predicate, diagnostics);
  fields.required_value("result");
  fields.optional_choice("result", {result_names.begin(), result_names.end()});
  read_evidence_run(fields, sample);
  read_part(fields, "summary", read_summary);
  fields.required_value("cases");
  const Value* rows = fields.optional_list("cases");
  if (rows != nullptr && diagnostics.errors() == before) {  // What a row may say depends on the run.
    read_evidence_cases(*rows, sample, diagnostics);
  }
  fields.finish();
}

void read_subject(FieldReader& statement, RunHeader& header) {
  statement.required_value("subject");
  const Value* subjects = statement.optional_list("subject");
  if (subjects != nullptr && subjects->items.size() != 1) {
    statement.diagnostics().error("bad-evidence", subjects->where, "evidence is of one prompt");
    return;
  }
  for (const Value& subject : subjects == nullptr ? std::vector<Value>() : subjects->items) {
    FieldReader fields(subject, statement.diagnostics());
    header.prompt_id = fields.required_text("name");
    read_part(fields, "digest",
              [&header](FieldReader& digest) { header.prompt_digest = read_sha256(digest, "sha256"); });
    fields.finish();
  }
}

void check_kind(FieldReader& statement, std::string_view name, std::string_view expected) {
  const std::string text = statement.required_text(name);
  const Value* written = statement.map().find(name);
  if (text != expected && written != nullptr) {
    statement.diagnostics().error("unknown-format", written->where, fmt::format("this promptctl reads `{}`", expected),
                                  "newer evidence needs a newer promptctl");
  }
}

RunSample read_statement(const Value& document, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.errors();
  RunSample sample;
  FieldReader statement(document, diagnostics);
  check_kind(statement, "_type", statement_type);
  read_subject(statement, sample.header);
  check_kind(statement, "predicateType", predicate_type);
  const Value* predicate = statement.required_value("predicate");
  if (diagnostics.errors() == before && predicate != nullptr) {
    read_predicate(*predicate, sample, diagnostics);
  }
  statement.finish();
  if (diagnostics.errors() == before) {
    check_evidence_counts(*predicate, sample, diagnostics);
  }
  return sample;
}

// What an envelope holds, which takes the line of the envelope in faults.
void read_signed(const Value& document, const SourcePointer& source, EvidenceStatement& statement,
                 Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.errors();
  auto envelope = read_dsse(document, diagnostics);
  if (envelope && envelope->payload_type != payload_type) {
    diagnostics.error("unknown-format", document.find("payloadType")->where,
                      fmt::format("this promptctl reads `{}`", payload_type));
  }
  if (diagnostics.errors() != before) {
    return;
  }
  const auto inside = std::make_shared<const Source>(source->path(), envelope->payload, source->first_line());
  if (const auto payload = read_json(inside, diagnostics); payload && diagnostics.errors() == before) {
    statement.sample = read_statement(*payload, diagnostics);
  }
  statement.signed_bytes = dsse_signed_bytes(payload_type, envelope->payload);
  statement.signatures = std::move(envelope->signatures);
}

}  // namespace

std::string evidence_signed_bytes(std::string_view text) {
  return dsse_signed_bytes(payload_type, text);
}

std::string signed_evidence_text(std::string_view text, std::string_view signature, std::string_view key) {
  return dsse_text({std::string(payload_type), std::string(text), {std::string(signature)}}, key);
}

std::string evidence_text(const RunSample& sample, const RunSummary& summary) {
  Value subject = map_value();
  subject.set("name", text_value(sample.header.prompt_id))
      .set("digest", map_value().set("sha256", text_value(sample.header.prompt_digest)));
  Value statement = map_value();
  statement.set("_type", text_value(statement_type))
      .set("subject", list_value({std::move(subject)}))
      .set("predicateType", text_value(predicate_type))
      .set("predicate", predicate_value(sample, summary));
  return compact_json(statement) + "\n";
}

std::optional<EvidenceStatement> read_evidence(const SourcePointer& source, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.errors();
  const auto document = read_json(source, diagnostics);
  if (!document || diagnostics.errors() != before) {
    return std::nullopt;
  }
  EvidenceStatement statement{sha256(source->text()), std::string(source->text()), {}};
  if (is_dsse(*document)) {
    read_signed(*document, source, statement, diagnostics);
  } else {
    statement.sample = read_statement(*document, diagnostics);
  }
  return diagnostics.errors() == before ? std::optional(std::move(statement)) : std::nullopt;
}

std::vector<EvidenceStatement> read_evidence_lines(const SourcePointer& source, Diagnostics& diagnostics) {
  std::vector<EvidenceStatement> statements;
  bool is_empty = true;
  int number = source->first_line() - 1;
  for (const std::string_view line : split(source->text(), '\n')) {
    ++number;
    const std::string_view text = trim(line);
    if (text.empty()) {
      continue;
    }
    is_empty = false;
    const auto of_line = std::make_shared<const Source>(source->path(), std::string(text) + "\n", number);
    if (auto statement = read_evidence(of_line, diagnostics)) {
      statements.push_back(std::move(*statement));
    }
  }
  if (is_empty) {
    diagnostics.error("bad-evidence", whole_file(source->path()), "the file holds no evidence",
                      "promptctl eval -o evidence.intoto.jsonl writes some");
  }
  return statements;
}

}  // namespace promptctl
