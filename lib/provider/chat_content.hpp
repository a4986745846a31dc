#pragma once

#include <string>
#include <string_view>

#include "document/value.hpp"
#include "provider/answer_draft.hpp"

namespace promptctl {

// The text of a message's field: text, a part, or parts of which some have text. What is none of these, or a part whose
// text can't be read, fails the draft: the answer would lack it.
std::string content_text(const Value& message, std::string_view field, AnswerDraft& draft);

// What a message has of the model's thoughts: in a field of their own (`reasoning_content`, `reasoning`), or in parts
// of its content.
std::string thoughts_of(const Value& message);

// What the parts of a refusal say, which some servers send in place of the field.
std::string refusal_of_parts(const Value& message);

}  // namespace promptctl
