#include "provider/second_answer.hpp"

#include <algorithm>

namespace promptctl {

void SecondAnswer::add(const AnswerChunk& chunk) {
  if (found_) {
    return;
  }
  if (!has_begun_ && begins(chunk)) {
    has_begun_ = true;
    first_id_ = id_;
  }
  const bool has_text = !chunk.text.empty() || !chunk.refusal.empty();
  ids_change_ = ids_change_ || (!id_.empty() && !chunk.id.empty() && chunk.id != id_);
  id_ = chunk.id.empty() ? id_ : chunk.id;
  const bool is_repeated = repeats(chunk);
  first_id_ = is_repeated && !has_begun_ ? id_ : first_id_;
  found_ = (has_begun_ && has_text) || is_repeated;
  if (found_) {
    return;
  }
  if (has_text) {
    has_text_ = true;
    text_has_role_ = !chunk.role.empty();
    is_open_ = is_open_ || chunk.finish_reason.empty();
  }
  const bool calls_tools = chunk.finish_reason == "tool_calls" || chunk.finish_reason == "function_call";
  if (calls_tools) {
    *this = SecondAnswer();
  } else if (!chunk.finish_reason.empty()) {
    has_ended_ = true;
  }
}

bool SecondAnswer::names_role_again(const AnswerChunk& chunk) const {
  return !chunk.role.empty() && has_text_ && !text_has_role_;
}

bool SecondAnswer::begins(const AnswerChunk& chunk) const {
  const bool has_other_id = !id_.empty() && !chunk.id.empty() && chunk.id != id_;
  const bool is_after_end = has_ended_ && is_open_;
  return (names_role_again(chunk) && (has_other_id || is_after_end)) || (is_after_end && !ids_change_);
}

// Short texts repeat by chance: "ha" and "ha".
bool SecondAnswer::repeats(const AnswerChunk& chunk) {
  constexpr std::size_t shortest = 4, longest = 64;
  if (names_role_again(chunk)) {
    has_role_again_ = true;
    may_repeat_ = opening_.size() >= shortest;
    again_.clear();
  }
  if (!has_role_again_) {
    opening_ += chunk.text.substr(0, longest - std::min(longest, opening_.size()));
  } else if (may_repeat_) {
    again_ += chunk.text.substr(0, opening_.size() - again_.size());
    may_repeat_ = opening_.starts_with(again_);
  }
  return may_repeat_ && again_.size() == opening_.size();
}

}  // namespace promptctl
