#include "wire/second_answer.hpp"

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
  found_ = has_begun_ && has_text;
  if (has_text) {
    has_text_ = true;
    text_has_role_ = chunk.has_role;
    is_open_ = is_open_ || chunk.finish_reason.empty();
  }
  const bool calls_tools = chunk.finish_reason == "tool_calls" || chunk.finish_reason == "function_call";
  if (calls_tools) {
    *this = SecondAnswer();
  } else if (!chunk.finish_reason.empty()) {
    has_ended_ = true;
  }
}

bool SecondAnswer::begins(const AnswerChunk& chunk) const {
  const bool has_other_id = !id_.empty() && !chunk.id.empty() && chunk.id != id_;
  const bool has_role_again = chunk.has_role && has_text_ && !text_has_role_;
  const bool is_after_end = has_ended_ && is_open_;
  return (has_role_again && (has_other_id || is_after_end)) || (is_after_end && has_other_id && !ids_change_);
}

}  // namespace promptctl
