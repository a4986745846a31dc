#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/value.hpp"
#include "mock/mock_api.hpp"

namespace promptctl {

// The text of a message's content: text, or parts of which some have a `text`.
std::string text_of_content(const Value* content);

// Adds a message to what is asked.
void add_asked(MockAsked& asked, std::string text);

// Texts to be embedded: one, or a list. False where there are none.
bool add_texts(MockAsked& asked, const Value* input);

// A vector of length 1 for a text, which depends on its words alone: texts with the same words are near each other.
std::vector<double> mock_vector(std::string_view text, std::optional<long long> dimensions);

Value numbers_value(const std::vector<double>& numbers);

// Words with the white space before them: about what models stream.
std::vector<std::string_view> pieces_of_text(std::string_view text);

// How many tokens a text may be: one for four bytes.
long long about_tokens(std::string_view text);

// An event of a stream, with its name where it has one.
std::string mock_event(const Value& data, std::string_view name = {});

// A whole answer, and one that is streamed.
MockAnswer whole_answer(const Value& body);
MockAnswer stream_answer(std::vector<std::string> pieces, std::string_view content_type = "text/event-stream");

MockAnswer error_answer(int status, std::string_view message);

// What becomes of an answer when something goes wrong with it.
MockAnswer with_fault(MockAnswer answer, const MockFault& fault);

}  // namespace promptctl
