#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/value.hpp"
#include "exchange/request.hpp"
#include "provider/provider.hpp"

namespace promptctl {

// The texts to embed: one for each message.
Value embedding_texts(const Request& request);

// The body of a request to an API like OpenAI's (platform.openai.com/docs/api-reference/embeddings): `model` and
// `input`, and `dimensions` where they are asked for.
Value embedding_body(const Request& request);

// Numbers, as a list or as base64 of 32-bit ones; none for what is not.
std::optional<std::vector<float>> read_vector(const Value& value);

// Reads embeddings as the APIs have them: a list `data` of maps with `embedding` and `index`, or a list `embeddings` of
// lists of numbers, or of maps with `values`.
class EmbeddingAnswer : public AnswerReader {
 public:
  // `ending` is a word of the provider's for an answer that is whole. Where it cuts vectors to the dimensions that were
  // asked for, they are made as long as 1 again.
  EmbeddingAnswer(const Request& request, std::string_view ending, bool cuts = false)
      : count_(request.messages.size()), ending_(ending), is_cut_(cuts && request.dimensions.has_value()) {}

  bool read(const Value& message, AnswerDraft& draft) override;

 private:
  std::size_t count_;
  std::string_view ending_;
  bool is_cut_;
};

// Gives a draft the vectors of `count` texts; fails it where there are others, or of several sizes.
void set_embeddings(std::vector<std::vector<float>> vectors, std::size_t count, AnswerDraft& draft);

}  // namespace promptctl
