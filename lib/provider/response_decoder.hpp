#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "exchange/request.hpp"
#include "exchange/response.hpp"
#include "provider/answer_draft.hpp"
#include "provider/http.hpp"
#include "provider/provider.hpp"
#include "provider/provider_settings.hpp"
#include "provider/reply_reader.hpp"

namespace promptctl {

// Turns the bytes of one HTTP response, in pieces of any size, into what the model answered. Holds, for every type of
// provider, to one rule: an answer is what ends in a word that its type knows, or its settings map, and says nowhere
// that it is an error. Knows neither sockets nor clocks: latency, TTFT and attempts are filled in by whoever feeds it.
class ResponseDecoder {
 public:
  // Of the answer to `request`. The settings have a type, and must outlive the decoder.
  ResponseDecoder(const ProviderSettings& settings, const Request& request);
  ResponseDecoder(const ResponseDecoder&) = delete;
  ResponseDecoder& operator=(const ResponseDecoder&) = delete;

  // Call once, before any body bytes.
  void head(const HttpHead& head);

  // False when what has come already decides the outcome, and the rest is not wanted.
  bool body(std::string_view bytes);

  // Whether the model's first text has come: the moment of TTFT. Stays false for answers that are not streamed.
  bool has_text() const;

  // Whether it does not matter any more how the connection ends: the stream's own end mark has come, or the status is
  // that of an error.
  bool is_decided() const;

  // Call once, at the end of the body. A body that the protocol says is not over yet is a `bad_response`. An error has
  // what this attempt may be charged for.
  CallOutcome finish();

  // What an attempt may be charged for that the connection's failure has ended here.
  LostAttempts lost() const;

 private:
  void message(const ReplyMessage& message);
  void read(const ReplyMessage& message, const Value& json);
  void fail(ProviderError::Kind kind, std::string text);
  CallOutcome judge();
  CallOutcome judge_ending();
  std::string_view meaning_of(const std::string& word) const;
  void fail_ending(const std::string& word);

  const ProviderSettings& settings_;
  const ProviderType& type_;
  std::unique_ptr<AnswerReader> answer_;
  int status_ = 0;
  bool ended_ = false;
  bool finishing_ = false;
  bool too_long_ = false;
  std::string error_body_;
  std::string request_id_;
  Value stray_;  // the last message that is no part of an answer; null: none
  AnswerDraft draft_;
  ReplyReader reader_;
};

}  // namespace promptctl
