#include "provider/response_decoder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "base/utf16.hpp"
#include "base/utf8.hpp"
#include "document/server_json.hpp"
#include "exchange/finish_reason.hpp"
#include "provider/error_body.hpp"
#include "provider/provider_type.hpp"
#include "provider/stream_asides.hpp"
#include "provider/usage_body.hpp"

namespace promptctl {
namespace {

using Kind = ProviderError::Kind;

constexpr std::size_t longest_reply = 16U << 20U;
constexpr std::size_t longest_error_body = 64U << 10U;
constexpr std::size_t longest_excerpt = 100;

// What proxies send to keep a connection open: nothing, a comment where data should be, or an event of their own.
bool is_aside(const ReplyMessage& message) {
  const std::string_view text = trim(message.text);
  const bool is_json = text.starts_with('{') || text.starts_with('[');
  return text.empty() || text.starts_with(':') || text == "null" || is_keep_alive(text) ||
         (is_keep_alive(message.name) && !is_json);
}

std::string with_excerpt(std::string_view text, std::string_view excerpt) {
  const std::string shown = shorten(trim(joined_surrogates(excerpt.substr(0, 4 * longest_excerpt))), longest_excerpt);
  return shown.empty() ? std::string(text) : fmt::format("{}: {}", text, shown);
}

}  // namespace

ResponseDecoder::ResponseDecoder(const ProviderSettings& settings, const Request& request)
    : settings_(settings),
      type_(*settings.type),
      answer_(settings.api->reader(request)),
      reader_(answer_->framing(), [this](const ReplyMessage& message) { this->message(message); }) {
  draft_.expect_thoughts_in_text(settings.think_tags);
}

void ResponseDecoder::head(const HttpHead& head) {
  constexpr std::array<std::string_view, 4> ids{"x-request-id", "request-id", "x-amzn-requestid", "apim-request-id"};
  status_ = head.status;
  for (const std::string_view name : ids) {
    const auto header = head.headers.find(std::string(name));
    request_id_ = header == head.headers.end() || !request_id_.empty() ? request_id_ : header->second;
  }
}

bool ResponseDecoder::body(std::string_view bytes) {
  if (!is_answer(status_)) {
    error_body_ += bytes.substr(0, longest_error_body - std::min(longest_error_body, error_body_.size()));
    return true;
  }
  reader_.feed(bytes);
  too_long_ = too_long_ || reader_.held() > longest_reply || draft_.size() > longest_reply;
  return !draft_.error() && !too_long_;
}

bool ResponseDecoder::has_text() const {
  return reader_.is_stream() && draft_.has_text();
}

bool ResponseDecoder::is_decided() const {
  return ended_ || draft_.has_ended() || status_ >= 300;
}

void ResponseDecoder::message(const ReplyMessage& message) {
  if (draft_.error()) {
    return;
  }
  if (!message.fault.empty()) {
    fail(Kind::bad_response, std::string(message.fault));
    return;
  }
  const bool is_error = names_failure(message.name);
  if (message.json && (message.json->is_map() || message.json->is_list())) {
    read(message, *message.json);
  } else if (is_error) {
    draft_.fail(error_in_answer(text_value(message.text)));
  } else if (!type_.end_mark.empty() && trim(message.text) == type_.end_mark) {
    ended_ = true;
  } else if (!reader_.is_stream() && message.name.empty()) {
    fail(Kind::bad_response, trim(message.text).empty()
                                 ? "the answer is empty"
                                 : with_excerpt(type_.is_program ? "the answer is not JSON (what is none of it goes "
                                                                   "to standard error)"
                                                                 : "the answer is not JSON",
                                                message.text));
  } else if (!is_aside(message)) {
    fail(Kind::bad_response, finishing_ ? "the stream was cut before its end"
                                        : with_excerpt("an event of the stream is not JSON", message.text));
  }
}

void ResponseDecoder::read(const ReplyMessage& message, const Value& json) {
  const bool is_further = reader_.is_stream() || draft_.has_message();
  draft_.add_usage(usage_in(json));
  if (names_failure(message.name)) {
    draft_.fail(error_in_answer(json));
  } else if (auto error = find_error(json)) {
    draft_.fail(*std::move(error));
  } else if (!answer_->read(json, draft_) && !is_keep_alive(message.name)) {
    stray_ = json;
    if (is_further) {
      fail(Kind::bad_response, with_excerpt("an event of the stream is not understood", message.text));
    }
  } else if (!draft_.has_message() && stray_.is_null()) {
    stray_ = json;
  }
}

void ResponseDecoder::fail(Kind kind, std::string text) {
  ProviderError error;
  error.kind = kind;
  error.message = std::move(text);
  draft_.fail(std::move(error));
}

LostAttempts ResponseDecoder::lost() const {
  LostAttempts lost;
  Response sent = draft_.response();
  drop_impossible_counts(sent);
  const bool is_early = reader_.is_stream() && draft_.finish_words().empty();  // Counts grow until an answer ends.
  if (sent.usage.input && sent.usage.output && !is_early) {
    lost.counted.push_back(sent.usage);
  } else {
    lost.uncounted = 1;
  }
  return lost;
}

CallOutcome ResponseDecoder::finish() {
  CallOutcome outcome = judge();
  if (auto* error = std::get_if<ProviderError>(&outcome)) {
    error->status = status_;
    LostAttempts lost = this->lost();
    error->lost = may_be_charged(status_) || !lost.counted.empty() ? std::move(lost) : LostAttempts();
  }
  return outcome;
}

CallOutcome ResponseDecoder::judge() {
  if (!is_answer(status_)) {
    if (const auto json = parse_server_json(error_body_)) {
      draft_.add_usage(usage_in(*json));
      if (auto message = filter_message(*json)) {
        Response refused = draft_.response();
        refused.finish_reason = "content_filter";
        refused.refusal = *std::move(message);
        return refused;
      }
    }
    return http_error(status_, error_body_);
  }
  if (!too_long_) {
    finishing_ = true;
    reader_.finish();
  }
  if (too_long_ || draft_.size() > longest_reply) {
    fail(Kind::unusable, "the reply is longer than 16 MiB");
  }
  const auto& error = draft_.error();
  return error ? CallOutcome(*error) : judge_ending();
}

// Empty where it marks no whole answer.
std::string_view ResponseDecoder::meaning_of(const std::string& word) const {
  if (const auto mapped = settings_.finish_reasons.find(word); mapped != settings_.finish_reasons.end()) {
    return mapped->second;
  }
  const auto known = std::ranges::find(type_.finish_words, word, &FinishWord::word);
  return known == type_.finish_words.end() ? std::string_view() : known->meaning;
}

// Only words that are known to end a whole answer make one of what has come, of several the worst. An answer without a
// word has the word "".
CallOutcome ResponseDecoder::judge_ending() {
  Response response = draft_.response();
  response.request_id = request_id_;
  if (draft_.contradicts_itself()) {
    fail(Kind::bad_response, "the pieces of the answer and its whole message differ");
  }
  std::vector<std::string> words = draft_.finish_words();
  if (words.empty() && reader_.is_stream() && !is_decided()) {
    fail(Kind::bad_response, "the stream was cut before its end");
  } else if (!draft_.has_message()) {
    fail(Kind::bad_response, with_excerpt("the answer holds no message", stray_.is_null() ? "" : compact_json(stray_)));
  } else if (words.empty()) {
    words.emplace_back();
  }
  for (const std::string& word : words) {
    const std::string_view meaning = meaning_of(word);
    if (meaning.empty()) {
      fail_ending(word);
    }
    const bool is_worse = finish_reason_rank(meaning) > finish_reason_rank(response.finish_reason);
    response.finish_reason = response.finish_reason.empty() || is_worse ? meaning : response.finish_reason;
  }
  const auto& error = draft_.error();
  return error ? CallOutcome(*error) : CallOutcome(std::move(response));
}

// What came without a word, or ends in an error, may be whole when it is asked for again.
void ResponseDecoder::fail_ending(const std::string& word) {
  constexpr std::string_view advice =
      "if that marks a whole answer, say so under `finish_reasons` of the provider in promptctl.yaml";
  if (word.empty()) {
    fail(Kind::bad_response, fmt::format("the answer ends without a finish reason; {}", advice));
  } else if (word == "error") {
    fail(Kind::bad_response, "the answer ends in the finish reason `error`");
  } else {
    fail(Kind::unusable, fmt::format("the answer ends in the finish reason `{}`, which `{}` does not know; {}",
                                     shorten(joined_surrogates(word), longest_excerpt), type_.name, advice));
  }
}

}  // namespace promptctl
