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

bool AnswerDraft::contradicts_itself() const {
  const auto differ = [](const std::string& a, const std::string& b) { return !a.starts_with(b) && !b.starts_with(a); };
  return differ(text_, whole_text_) || differ(refusal_, whole_refusal_);
}

Response AnswerDraft::response() const {
  const auto longer = [](const std::string& a, const std::string& b) { return a.size() >= b.size() ? a : b; };
  Response response;
  response.text = joined_surrogates(longer(text_, whole_text_));
  response.refusal = joined_surrogates(longer(refusal_, whole_refusal_));
  response.model = joined_surrogates(model_);
  response.usage = usage_;
  return response;
}

}  // namespace promptctl
