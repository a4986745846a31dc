#include "world/sqlite/run_rows.hpp"

#include <utility>

#include "base/text.hpp"
#include "document/json.hpp"
#include "document/record_fields.hpp"
#include "run/provenance_record.hpp"
#include "score/score_record.hpp"

namespace promptctl::run_rows {
namespace {

std::vector<std::string> texts_from(const std::string& json) {
  return read_texts_value(parse_json(json).value_or(Value()));
}

// Columns of results, in the order of `result_columns`.
namespace column {
constexpr int output = 13, refusal = 14, finish_reason = 15, model = 16;
constexpr int usage = 17;  // and the eleven after it, in the order of `usage_kinds`
constexpr int latency = 29, first_token = 30, queued = 31, attempts = 32, cost = 33;
constexpr int lost_cost = 34, lost_unknown = 35;
constexpr int error_kind = 36, error_message = 37, error_status = 38, quarantined = 39;
}  // namespace column

constexpr std::optional<long long> no_number;

void bind_response(SqliteStatement& insert, const Response& response, bool replayed) {
  insert.bind(column::output, response.text)
      .bind(column::refusal, response.refusal)
      .bind(column::finish_reason, response.finish_reason)
      .bind(column::model, response.model);
  int at = column::usage;
  for (const UsageKind& kind : usage_kinds()) {
    insert.bind(at++, response.usage.*kind.count);
  }
  insert.bind(column::latency, response.latency ? std::optional<long long>(response.latency->count()) : std::nullopt)
      .bind(column::first_token,
            response.first_token ? std::optional<long long>(response.first_token->count()) : std::nullopt)
      .bind(column::queued, replayed ? no_number : std::optional<long long>(response.queued.count()))
      .bind(column::attempts, static_cast<long long>(response.attempts));
}

void bind_no_response(SqliteStatement& insert, const std::optional<ProviderError>& error) {
  for (int at = column::output; at < column::attempts; ++at) {
    insert.bind(at, no_number);
  }
  if (error && error->attempts > 0) {
    insert.bind(column::latency, static_cast<long long>(error->latency.count()));
  }
  insert.bind(column::attempts, static_cast<long long>(error ? error->attempts : 0));
}

void bind_error(SqliteStatement& insert, const std::optional<ProviderError>& error) {
  if (error) {
    insert.bind(column::error_kind, error_kind_name(error->kind))
        .bind(column::error_message, error->message)
        .bind(column::error_status, static_cast<long long>(error->status));
    return;
  }
  for (int at = column::error_kind; at <= column::error_status; ++at) {
    insert.bind(at, no_number);
  }
}

Response read_response(const SqliteStatement& row) {
  Response response;
  response.text = row.text(column::output);
  response.refusal = row.text(column::refusal);
  response.finish_reason = row.text(column::finish_reason);
  response.model = row.text(column::model);
  int at = column::usage;
  for (const UsageKind& kind : usage_kinds()) {
    response.usage.*kind.count = row.optional_integer(at++);
  }
  if (const auto latency = row.optional_integer(column::latency)) {
    response.latency = std::chrono::microseconds(*latency);
  }
  if (const auto first = row.optional_integer(column::first_token)) {
    response.first_token = std::chrono::microseconds(*first);
  }
  response.queued = std::chrono::microseconds(row.integer(column::queued));
  response.attempts = static_cast<int>(row.integer(column::attempts));
  return response;
}

ProviderError read_error(const SqliteStatement& row, ProviderError::Kind kind) {
  ProviderError error;
  error.kind = kind;
  error.message = row.text(column::error_message);
  error.status = static_cast<int>(row.integer(column::error_status));
  error.attempts = static_cast<int>(row.integer(column::attempts));
  error.latency = std::chrono::microseconds(row.integer(column::latency));
  return error;
}

}  // namespace

const std::string schema = R"sql(
CREATE TABLE runs (
  id TEXT PRIMARY KEY, started_ms INTEGER NOT NULL, tool TEXT NOT NULL,
  prompt TEXT NOT NULL, address TEXT NOT NULL, prompt_digest TEXT NOT NULL,
  suite TEXT NOT NULL, suite_digest TEXT NOT NULL,
  dataset_digest TEXT NOT NULL, dataset_cases INTEGER NOT NULL, planned INTEGER NOT NULL,
  targets TEXT NOT NULL, repeats INTEGER NOT NULL, tolerated_errors TEXT NOT NULL, selection TEXT NOT NULL,
  commit_id TEXT, uncommitted TEXT NOT NULL, offline INTEGER NOT NULL,
  reducer TEXT NOT NULL, provenance TEXT NOT NULL
);
CREATE TABLE results (
  run TEXT NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
  position INTEGER NOT NULL, case_id TEXT NOT NULL, target TEXT NOT NULL, repeat INTEGER NOT NULL,
  tags TEXT NOT NULL, case_group TEXT NOT NULL, critical INTEGER NOT NULL,
  request_digest TEXT NOT NULL, replayed INTEGER NOT NULL,
  passed INTEGER, score TEXT NOT NULL, assertions TEXT NOT NULL, reason TEXT NOT NULL,
  output TEXT, refusal TEXT, finish_reason TEXT, model TEXT,
  input_tokens INTEGER, output_tokens INTEGER, cached_tokens INTEGER,
  cache_write_tokens INTEGER, cache_write_1h_tokens INTEGER, reasoning_tokens INTEGER,
  input_audio_tokens INTEGER, cached_audio_tokens INTEGER, output_audio_tokens INTEGER, output_image_tokens INTEGER,
  searches INTEGER, unpriced INTEGER,
  latency_us INTEGER, ttft_us INTEGER, queued_us INTEGER, attempts INTEGER NOT NULL, cost_picousd INTEGER,
  lost_picousd INTEGER NOT NULL, lost_unknown INTEGER NOT NULL,
  error_kind TEXT, error_message TEXT, error_status INTEGER, quarantined INTEGER NOT NULL,
  PRIMARY KEY (run, position, target, repeat)
);
)sql";

const std::string header_columns =
    "id, started_ms, tool, prompt, address, prompt_digest, suite, suite_digest, dataset_digest, dataset_cases, "
    "planned, "
    "targets, repeats, tolerated_errors, selection, commit_id, uncommitted, offline, reducer, provenance";

const std::string result_columns =
    "position, case_id, target, repeat, tags, case_group, critical, request_digest, replayed, passed, score, "
    "assertions, "
    "reason, output, refusal, finish_reason, model, input_tokens, output_tokens, cached_tokens, cache_write_tokens, "
    "cache_write_1h_tokens, reasoning_tokens, input_audio_tokens, cached_audio_tokens, output_audio_tokens, "
    "output_image_tokens, searches, unpriced, latency_us, ttft_us, queued_us, attempts, cost_picousd, lost_picousd, "
    "lost_unknown, error_kind, error_message, error_status, quarantined";

std::string parameter_marks(int count) {
  std::string text = "?";
  for (int at = 1; at < count; ++at) {
    text += ", ?";
  }
  return text;
}

void bind_header(SqliteStatement& insert, const RunHeader& header) {
  const auto started = std::chrono::duration_cast<std::chrono::milliseconds>(header.started.time_since_epoch());
  insert.bind(0, header.id)
      .bind(1, static_cast<long long>(started.count()))
      .bind(2, header.tool)
      .bind(3, header.prompt_id)
      .bind(4, header.prompt_address)
      .bind(5, header.prompt_digest)
      .bind(6, header.suite_id)
      .bind(7, header.suite_digest)
      .bind(8, header.dataset_digest)
      .bind(9, header.dataset_cases)
      .bind(10, header.planned)
      .bind(11, compact_json(texts_value(header.targets)))
      .bind(12, static_cast<long long>(header.repeat))
      .bind(13, number_text(header.tolerated_errors))
      .bind(14, header.selection)
      .bind(15, header.commit.value_or(""))
      .bind(16, compact_json(texts_value(header.uncommitted)))
      .bind(17, static_cast<long long>(header.offline))
      .bind(18, reducer_name(header.reducer))
      .bind(19, compact_json(provenance_value(header.provenance)));
}

RunHeader read_header(const SqliteStatement& row) {
  RunHeader header;
  header.id = row.text(0);
  header.started = std::chrono::system_clock::time_point(std::chrono::milliseconds(row.integer(1)));
  header.tool = row.text(2);
  header.prompt_id = row.text(3);
  header.prompt_address = row.text(4);
  header.prompt_digest = row.text(5);
  header.suite_id = row.text(6);
  header.suite_digest = row.text(7);
  header.dataset_digest = row.text(8);
  header.dataset_cases = row.integer(9);
  header.planned = row.integer(10);
  header.targets = texts_from(row.text(11));
  header.repeat = static_cast<int>(row.integer(12));
  header.tolerated_errors = parse_number(row.text(13)).value_or(0);
  header.selection = row.text(14);
  const std::string commit = row.text(15);
  header.commit = commit.empty() ? std::nullopt : std::optional(commit);
  header.uncommitted = texts_from(row.text(16));
  header.offline = row.integer(17) != 0;
  header.reducer = find_reducer(row.text(18)).value_or(Reducer::all);
  header.provenance = read_provenance_value(parse_json(row.text(19)).value_or(Value()));
  return header;
}

void bind_result(SqliteStatement& insert, const std::string& run, const CaseResult& result) {
  const auto passed = result.passed();
  insert.bind(0, result.position)
      .bind(1, result.case_id)
      .bind(2, result.target)
      .bind(3, static_cast<long long>(result.repeat))
      .bind(4, compact_json(texts_value(result.tags)))
      .bind(5, result.group)
      .bind(6, static_cast<long long>(result.critical))
      .bind(7, result.request_digest)
      .bind(8, static_cast<long long>(result.replayed))
      .bind(9, passed ? std::optional<long long>(*passed ? 1 : 0) : std::nullopt)
      .bind(10, number_text(result.score.value))
      .bind(11, compact_json(assertions_value(result.score.assertions)))
      .bind(12, result.score.reason);
  if (result.response) {
    bind_response(insert, *result.response, result.replayed);
  } else {
    bind_no_response(insert, result.error);
  }
  insert.bind(column::cost, result.cost ? std::optional<long long>(result.cost->picodollars()) : std::nullopt);
  insert.bind(column::lost_cost, static_cast<long long>(result.lost.known.picodollars()))
      .bind(column::lost_unknown, static_cast<long long>(result.lost.unknown));
  bind_error(insert, result.error);
  insert.bind(column::quarantined, static_cast<long long>(result.quarantined));
  insert.bind(result_column_count, run);
}

CaseResult read_result(const SqliteStatement& row) {
  CaseResult result;
  result.position = row.integer(0);
  result.case_id = row.text(1);
  result.target = row.text(2);
  result.repeat = static_cast<int>(row.integer(3));
  result.tags = texts_from(row.text(4));
  result.group = row.text(5);
  result.critical = row.integer(6) != 0;
  result.request_digest = row.text(7);
  result.replayed = row.integer(8) != 0;
  const auto passed = row.optional_integer(9);
  result.score.passed = passed ? std::optional(*passed != 0) : std::nullopt;
  result.score.value = parse_number(row.text(10)).value_or(0);
  result.score.assertions = read_assertions_value(parse_json(row.text(11)).value_or(Value()));
  result.score.reason = row.text(12);
  if (const auto kind = find_error_kind(row.text(column::error_kind))) {
    result.error = read_error(row, *kind);
  } else {
    result.response = read_response(row);
    result.response->cached = result.replayed;
  }
  if (const auto cost = row.optional_integer(column::cost)) {
    result.cost = Usd::picodollars(*cost);
  }
  result.lost = {Usd::picodollars(row.integer(column::lost_cost)), static_cast<int>(row.integer(column::lost_unknown))};
  result.quarantined = row.integer(column::quarantined) != 0;
  return result;
}

}  // namespace promptctl::run_rows
