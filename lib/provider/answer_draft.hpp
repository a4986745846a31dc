#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exchange/response.hpp"
#include "provider/provider_settings.hpp"
#include "provider/second_answer.hpp"

namespace promptctl {

// Whether what this role says is the model's own: not that of a tool, or of who asks.
bool is_of_model(std::string_view role);

// What has been read of an answer so far. A provider's type fills it, message by message; whether it is an answer is
// decided by the ResponseDecoder.
class AnswerDraft {
 public:
  // The next piece of a stream. One that belongs to a second answer is an error, for it would be joined to the first.
  // What others than the model say, from a chunk with their role to one with its own, is left out.
  void add(const AnswerChunk& chunk);

  // A message that is whole, beside the pieces or in their place; of several the last that says something. Of it and
  // the pieces the longer one counts, which must begin with the other.
  void set_text(std::string_view whole) { whole_text_ = whole.empty() ? whole_text_ : whole; }
  void set_refusal(std::string_view whole) { whole_refusal_ = whole.empty() ? whole_refusal_ : whole; }

  // What the model says to itself; `whole` in the place of pieces.
  void add_thoughts(std::string_view piece) { thoughts_ += piece; }
  void set_thoughts(std::string_view whole) { thoughts_ = whole.size() < thoughts_.size() ? thoughts_ : whole; }

  // Thoughts may stand at the beginning of the text: they are taken out of it.
  void expect_thoughts_in_text(ThinkTags tags) { tags_ = tags; }

  // One for each text that was given.
  void set_embeddings(std::vector<std::vector<float>> vectors) { embeddings_ = std::move(vectors); }

  void set_fingerprint(std::string_view text) { fingerprint_ = text.empty() ? fingerprint_ : text; }

  // Some message of the model's has come, be it empty.
  void has_come() { has_message_ = true; }

  void set_model(std::string_view name) { model_ = name.empty() ? model_ : name; }

  // The message that ends an answer has come.
  void end() { has_ended_ = true; }

  // A word that the provider ends the answer with.
  void end_with(std::string_view word);

  void add_usage(const Usage& usage) { usage_ = highest(usage_, usage); }

  // The first error counts. A message alone is of an answer that is malformed.
  void fail(ProviderError error);
  void fail(std::string message);

  bool has_ended() const { return has_ended_; }
  bool has_message() const { return has_message_; }
  bool has_text() const;
  std::size_t size() const;
  const std::vector<std::string>& finish_words() const { return finish_words_; }
  const std::optional<ProviderError>& error() const { return error_; }
  bool contradicts_itself() const;
  const Usage& usage() const { return usage_; }

  // The answer as far as it has come, in UTF-8.
  Response response() const;

 private:
  std::string text_, whole_text_;
  std::string refusal_, whole_refusal_;
  std::string thoughts_;
  ThinkTags tags_ = ThinkTags::none;
  mutable std::size_t searched_ = 0;  // of the text, for the end of its thoughts
  std::vector<std::vector<float>> embeddings_;
  std::string model_;
  std::string fingerprint_;
  std::vector<std::string> finish_words_;  // each once, in order
  Usage usage_;
  SecondAnswer second_;
  bool model_speaks_ = true;
  bool has_message_ = false;
  bool has_ended_ = false;
  std::optional<ProviderError> error_;
};

}  // namespace promptctl
