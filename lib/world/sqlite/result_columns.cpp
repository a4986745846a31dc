#include "world/sqlite/result_columns.hpp"

#include <fmt/format.h>

#include <array>

#include "base/text.hpp"
#include "document/json.hpp"
#include "document/record_fields.hpp"
#include "score/score_record.hpp"

namespace promptctl::result_columns {
namespace {

constexpr std::optional<long long> no_number;

std::vector<std::string> texts_from(const std::string& json) {
  return read_texts_value(parse_json(json).value_or(Value()));
}

using Text = std::string Response::*;
using Duration = std::optional<std::chrono::microseconds> Response::*;

std::optional<long long> as_number(const std::optional<std::chrono::microseconds>& duration) {
  return duration ? std::optional<long long>(duration->count()) : std::nullopt;
}

std::optional<long long> as_number(std::optional<bool> boolean) {
  return boolean ? std::optional<long long>(*boolean ? 1 : 0) : std::nullopt;
}

// Writes one value of a result, and reads it back.
struct Column {
  std::string_view name;
  std::string_view type;
  void (*bind)(SqliteStatement& insert, int at, const CaseResult& result);
  void (*read)(const SqliteStatement& row, int at, CaseResult& result);
};

constexpr std::string_view text = "TEXT NOT NULL";
constexpr std::string_view number = "INTEGER NOT NULL";
constexpr std::string_view perhaps_text = "TEXT";
constexpr std::string_view perhaps_number = "INTEGER";

// A text of the reply: nothing where there is none.
template <Text member>
constexpr Column reply_text(std::string_view name) {
  return {name, perhaps_text,
          [](SqliteStatement& insert, int at, const CaseResult& result) {
            if (result.response) {
              insert.bind(at, (*result.response).*member);
            } else {
              insert.bind(at, no_number);
            }
          },
          [](const SqliteStatement& row, int at, CaseResult& result) {
            if (result.response) {
              (*result.response).*member = row.text(at);
            }
          }};
}

template <std::optional<long long> Usage::* count>
constexpr Column reply_count(std::string_view name) {
  return {name, perhaps_number,
          [](SqliteStatement& insert, int at, const CaseResult& result) {
            insert.bind(at, result.response ? result.response->usage.*count : no_number);
          },
          [](const SqliteStatement& row, int at, CaseResult& result) {
            if (result.response) {
              result.response->usage.*count = row.optional_integer(at);
            }
          }};
}

void bind_latency(SqliteStatement& insert, int at, const CaseResult& result) {
  if (result.response) {
    insert.bind(at, as_number(result.response->latency));
  } else {
    const bool was_sent = result.error && result.error->attempts > 0;
    insert.bind(at, was_sent ? std::optional<long long>(result.error->latency.count()) : no_number);
  }
}

void read_latency(const SqliteStatement& row, int at, CaseResult& result) {
  const auto count = row.optional_integer(at);
  if (result.response) {
    result.response->latency = count ? std::optional(std::chrono::microseconds(*count)) : std::nullopt;
  } else if (result.error) {
    result.error->latency = std::chrono::microseconds(count.value_or(0));
  }
}

void bind_attempts(SqliteStatement& insert, int at, const CaseResult& result) {
  const int of_error = result.error ? result.error->attempts : 0;
  insert.bind(at, static_cast<long long>(result.response ? result.response->attempts : of_error));
}

void read_attempts(const SqliteStatement& row, int at, CaseResult& result) {
  (result.response ? result.response->attempts : result.error->attempts) = static_cast<int>(row.integer(at));
}

// A result is an error or a reply: whoever reads a row knows it by this column, which stands first.
void bind_error_kind(SqliteStatement& insert, int at, const CaseResult& result) {
  if (result.error) {
    insert.bind(at, error_kind_name(result.error->kind));
  } else {
    insert.bind(at, no_number);
  }
}

void read_error_kind(const SqliteStatement& row, int at, CaseResult& result) {
  if (const auto kind = find_error_kind(row.text(at))) {
    result.error.emplace().kind = *kind;
  } else {
    result.response.emplace();
  }
}

// The table, in the order of its columns.
constexpr std::array columns{
    Column{"error_kind", perhaps_text, bind_error_kind, read_error_kind},
    Column{"position", number, [](auto& insert, int at, const auto& result) { insert.bind(at, result.position); },
           [](const auto& row, int at, auto& result) { result.position = row.integer(at); }},
    Column{"case_id", text, [](auto& insert, int at, const auto& result) { insert.bind(at, result.case_id); },
           [](const auto& row, int at, auto& result) { result.case_id = row.text(at); }},
    Column{"target", text, [](auto& insert, int at, const auto& result) { insert.bind(at, result.target); },
           [](const auto& row, int at, auto& result) { result.target = row.text(at); }},
    Column{"repeat", number,
           [](auto& insert, int at, const auto& result) { insert.bind(at, static_cast<long long>(result.repeat)); },
           [](const auto& row, int at, auto& result) { result.repeat = static_cast<int>(row.integer(at)); }},
    Column{"tags", text,
           [](auto& insert, int at, const auto& result) { insert.bind(at, compact_json(texts_value(result.tags))); },
           [](const auto& row, int at, auto& result) { result.tags = texts_from(row.text(at)); }},
    Column{"case_group", text, [](auto& insert, int at, const auto& result) { insert.bind(at, result.group); },
           [](const auto& row, int at, auto& result) { result.group = row.text(at); }},
    Column{"critical", number,
           [](auto& insert, int at, const auto& result) { insert.bind(at, static_cast<long long>(result.critical)); },
           [](const auto& row, int at, auto& result) { result.critical = row.integer(at) != 0; }},
    Column{"request_digest", text,
           [](auto& insert, int at, const auto& result) { insert.bind(at, result.request_digest); },
           [](const auto& row, int at, auto& result) { result.request_digest = row.text(at); }},
    Column{"replayed", number,
           [](auto& insert, int at, const auto& result) { insert.bind(at, static_cast<long long>(result.replayed)); },
           [](const auto& row, int at, auto& result) {
             result.replayed = row.integer(at) != 0;
             if (result.response) {
               result.response->cached = result.replayed;
             }
           }},
    Column{"passed", perhaps_number,
           [](auto& insert, int at, const auto& result) { insert.bind(at, as_number(result.passed())); },
           [](const auto& row, int at, auto& result) {
             const auto passed = row.optional_integer(at);
             result.score.passed = passed ? std::optional(*passed != 0) : std::nullopt;
           }},
    Column{"score", text,
           [](auto& insert, int at, const auto& result) { insert.bind(at, number_text(result.score.value)); },
           [](const auto& row, int at, auto& result) { result.score.value = parse_number(row.text(at)).value_or(0); }},
    Column{"assertions", text,
           [](auto& insert, int at, const auto& result) {
             insert.bind(at, compact_json(assertions_value(result.score.assertions)));
           },
           [](const auto& row, int at, auto& result) {
             result.score.assertions = read_assertions_value(parse_json(row.text(at)).value_or(Value()));
           }},
    Column{"reason", text, [](auto& insert, int at, const auto& result) { insert.bind(at, result.score.reason); },
           [](const auto& row, int at, auto& result) { result.score.reason = row.text(at); }},
    reply_text<&Response::text>("output"),
    reply_text<&Response::refusal>("refusal"),
    reply_text<&Response::thoughts>("thoughts"),
    reply_text<&Response::finish_reason>("finish_reason"),
    reply_text<&Response::model>("model"),
    reply_text<&Response::fingerprint>("fingerprint"),
    reply_text<&Response::request_id>("request_id"),
    reply_count<&Usage::input>("input_tokens"),
    reply_count<&Usage::output>("output_tokens"),
    reply_count<&Usage::cached>("cached_tokens"),
    reply_count<&Usage::cache_write>("cache_write_tokens"),
    reply_count<&Usage::cache_write_1h>("cache_write_1h_tokens"),
    reply_count<&Usage::reasoning>("reasoning_tokens"),
    reply_count<&Usage::input_audio>("input_audio_tokens"),
    reply_count<&Usage::cached_audio>("cached_audio_tokens"),
    reply_count<&Usage::output_audio>("output_audio_tokens"),
    reply_count<&Usage::output_image>("output_image_tokens"),
    reply_count<&Usage::searches>("searches"),
    reply_count<&Usage::unpriced>("unpriced"),
    Column{"latency_us", perhaps_number, bind_latency, read_latency},
    Column{"ttft_us", perhaps_number,
           [](auto& insert, int at, const auto& result) {
             insert.bind(at, result.response ? as_number(result.response->first_token) : no_number);
           },
           [](const auto& row, int at, auto& result) {
             const auto count = row.optional_integer(at);
             if (result.response && count) {
               result.response->first_token = std::chrono::microseconds(*count);
             }
           }},
    Column{"queued_us", perhaps_number,
           [](auto& insert, int at, const auto& result) {
             const bool was_queued = result.response && !result.replayed;
             insert.bind(at, was_queued ? std::optional<long long>(result.response->queued.count()) : no_number);
           },
           [](const auto& row, int at, auto& result) {
             if (result.response) {
               result.response->queued = std::chrono::microseconds(row.integer(at));
             }
           }},
    Column{"attempts", number, bind_attempts, read_attempts},
    Column{"cost_picousd", perhaps_number,
           [](auto& insert, int at, const auto& result) {
             insert.bind(at, result.cost ? std::optional<long long>(result.cost->picodollars()) : no_number);
           },
           [](const auto& row, int at, auto& result) {
             if (const auto cost = row.optional_integer(at)) {
               result.cost = Usd::picodollars(*cost);
             }
           }},
    Column{"lost_picousd", number,
           [](auto& insert, int at, const auto& result) {
             insert.bind(at, static_cast<long long>(result.lost.known.picodollars()));
           },
           [](const auto& row, int at, auto& result) { result.lost.known = Usd::picodollars(row.integer(at)); }},
    Column{
        "lost_unknown", number,
        [](auto& insert, int at, const auto& result) { insert.bind(at, static_cast<long long>(result.lost.unknown)); },
        [](const auto& row, int at, auto& result) { result.lost.unknown = static_cast<int>(row.integer(at)); }},
    Column{"error_message", perhaps_text,
           [](auto& insert, int at, const auto& result) {
             if (result.error) {
               insert.bind(at, result.error->message);
             } else {
               insert.bind(at, no_number);
             }
           },
           [](const auto& row, int at, auto& result) {
             if (result.error) {
               result.error->message = row.text(at);
             }
           }},
    Column{"error_status", perhaps_number,
           [](auto& insert, int at, const auto& result) {
             insert.bind(at, result.error ? std::optional<long long>(result.error->status) : no_number);
           },
           [](const auto& row, int at, auto& result) {
             if (result.error) {
               result.error->status = static_cast<int>(row.integer(at));
             }
           }},
    Column{"judging", text,
           [](auto& insert, int at, const auto& result) {
             insert.bind(at, compact_json(judge_calls_value(result.judging)));
           },
           [](const auto& row, int at, auto& result) {
             result.judging = read_judge_calls(parse_json(row.text(at)).value_or(Value()));
           }},
    Column{
        "quarantined", number,
        [](auto& insert, int at, const auto& result) { insert.bind(at, static_cast<long long>(result.quarantined)); },
        [](const auto& row, int at, auto& result) { result.quarantined = row.integer(at) != 0; }},
};

}  // namespace

int count() {
  return static_cast<int>(columns.size());
}

std::string names() {
  std::string all;
  for (const Column& column : columns) {
    all += fmt::format("{}{}", all.empty() ? "" : ", ", column.name);
  }
  return all;
}

std::string definitions() {
  std::string all;
  for (const Column& column : columns) {
    all += fmt::format("  {} {},\n", column.name, column.type);
  }
  return all;
}

void bind(SqliteStatement& insert, const CaseResult& result) {
  for (std::size_t at = 0; at < columns.size(); ++at) {
    columns.at(at).bind(insert, static_cast<int>(at), result);
  }
}

CaseResult read(const SqliteStatement& row) {
  CaseResult result;
  for (std::size_t at = 0; at < columns.size(); ++at) {
    columns.at(at).read(row, static_cast<int>(at), result);
  }
  return result;
}

}  // namespace promptctl::result_columns
