#include "wire/answer_draft.hpp"

#include <algorithm>
#include <utility>

#include "base/utf16.hpp"

namespace promptctl {

void AnswerDraft::end_with(std::string_view word) {
  if (!word.empty() && std::find(finish_words_.begin(), finish_words_.end(), word) == finish_words_.end()) {
    finish_words_.emplace_back(word);
  }
}

void AnswerDraft::fail(ProviderError error) {
  if (!error_) {
    error_ = std::move(error);
  }
}

std::size_t AnswerDraft::size() const {
  return text_.size() + whole_text_.size() + refusal_.size() + whole_refusal_.size();
}

Response AnswerDraft::response() const {
  Response response;
  response.text = joined_surrogates(text_.empty() ? whole_text_ : text_);
  response.refusal = joined_surrogates(refusal_.empty() ? whole_refusal_ : refusal_);
  response.model = joined_surrogates(model_);
  response.usage = usage_;
  return response;
}

}  // namespace promptctl
