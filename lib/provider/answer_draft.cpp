#include "provider/answer_draft.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "base/utf16.hpp"
#include "base/utf8.hpp"

namespace promptctl {
namespace {

std::string second_answer_text(const SecondAnswer& second) {
  constexpr std::size_t longest_id = 60;
  const auto shown = [](const std::string& id) { return shorten(joined_surrogates(id), longest_id); };
  return second.first_id() == second.second_id()
             ? fmt::format("the stream holds two answers: it begins again {} its end",
                           second.is_after_end() ? "after" : "before")
             : fmt::format("the stream holds two answers: `{}` begins where `{}` stood", shown(second.second_id()),
                           shown(second.first_id()));
}

constexpr std::string_view thoughts_start = "<think>";
constexpr std::string_view thoughts_end = "</think>";
constexpr std::string_view white_space = " \t\r\n";

// Takes thoughts out of a text's beginning, and the white space behind them. What has only begun is thoughts to its
// end, where a tag says that it has begun.
void take_thoughts(std::string& text, std::string& thoughts, ThinkTags tags) {
  std::string_view rest = text;
  rest.remove_prefix(std::min(rest.find_first_not_of(white_space), rest.size()));
  const bool has_start = rest.starts_with(thoughts_start);
  const std::size_t end = rest.find(thoughts_end);
  if ((tags == ThinkTags::both && !has_start) || (!has_start && end == std::string_view::npos)) {
    return;
  }
  thoughts += trim(rest.substr(0, end).substr(has_start ? thoughts_start.size() : 0));
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + thoughts_end.size());
  rest.remove_prefix(std::min(rest.find_first_not_of(white_space), rest.size()));
  text = std::string(rest);
}

}  // namespace

bool is_of_model(std::string_view role) {
  constexpr std::array<std::string_view, 5> others{"tool", "function", "user", "system", "developer"};
  return std::find(others.begin(), others.end(), role) == others.end();
}

void AnswerDraft::add(const AnswerChunk& chunk) {
  model_speaks_ = chunk.role.empty() ? model_speaks_ : is_of_model(chunk.role);
  if (!model_speaks_) {
    second_ = SecondAnswer();
    return;
  }
  has_message_ = true;
  second_.add(chunk);
  if (second_.is_found()) {
    fail(second_answer_text(second_));
    return;
  }
  text_ += chunk.text;
  refusal_ += chunk.refusal;
}

void AnswerDraft::end_with(std::string_view word) {
  if (!word.empty() && std::find(finish_words_.begin(), finish_words_.end(), word) == finish_words_.end()) {
    finish_words_.emplace_back(word);
  }
}

void AnswerDraft::fail(std::string message) {
  ProviderError error;
  error.kind = ProviderError::Kind::bad_response;
  error.message = std::move(message);
  fail(std::move(error));
}

void AnswerDraft::fail(ProviderError error) {
  if (!error_) {
    error_ = std::move(error);
  }
}

std::size_t AnswerDraft::size() const {
  return text_.size() + whole_text_.size() + refusal_.size() + whole_refusal_.size() + thoughts_.size();
}

bool AnswerDraft::has_text() const {
  if (tags_ == ThinkTags::none || !whole_text_.empty()) {
    return !text_.empty() || !whole_text_.empty();
  }
  const std::string_view begun = trim(text_);
  const bool may_think =
      tags_ == ThinkTags::end || begun.starts_with(thoughts_start) || thoughts_start.starts_with(begun);
  if (!may_think) {
    return true;
  }
  const std::size_t found = text_.find(thoughts_end, searched_);
  if (found == std::string::npos) {
    searched_ = text_.size() - std::min(text_.size(), thoughts_end.size());
    return false;
  }
  searched_ = found;
  return !trim(std::string_view(text_).substr(found + thoughts_end.size())).empty();
}

bool AnswerDraft::contradicts_itself() const {
  const auto differ = [](const std::string& a, const std::string& b) { return !a.starts_with(b) && !b.starts_with(a); };
  return differ(text_, whole_text_) || differ(refusal_, whole_refusal_);
}

Response AnswerDraft::response() const {
  const auto longer = [](const std::string& a, const std::string& b) { return a.size() >= b.size() ? a : b; };
  Response response;
  std::string text = longer(text_, whole_text_);
  std::string thoughts = thoughts_;
  if (tags_ != ThinkTags::none) {
    take_thoughts(text, thoughts, tags_);
  }
  response.text = joined_surrogates(text);
  response.thoughts = joined_surrogates(thoughts);
  response.embeddings = embeddings_;
  response.fingerprint = joined_surrogates(fingerprint_);
  response.refusal = joined_surrogates(longer(refusal_, whole_refusal_));
  response.model = joined_surrogates(model_);
  response.usage = usage_;
  return response;
}

}  // namespace promptctl
