#pragma once

#include <string>
#include <string_view>

namespace promptctl {

// What one chunk of a stream says.
struct AnswerChunk {
  std::string_view id = {};    // of the answer; may be empty
  std::string_view role = {};  // who speaks; empty where it does not say
  std::string text = {};
  std::string refusal = {};
  std::string_view finish_reason = {};  // empty: none
};

// Finds a second answer in one stream: a gateway asked again, or a proxy sent a recorded answer twice. No mark is
// enough alone, for there are servers that give each chunk an id of its own, that name the role or a finish reason in
// each, or that go on after tool calls. An answer begins again where text follows
// - a chunk with a role that the text before had none beside, and another id than that, or
// - the end of an answer that had text before its end, by such a role, or where ids had not changed before it, or
// - a chunk with such a role, and repeats the answer from its beginning.
class SecondAnswer {
 public:
  void add(const AnswerChunk& chunk);

  bool is_found() const { return found_; }
  bool is_after_end() const { return has_ended_; }

  // Of the answer that was begun and of the one that came then; empty where a server gives none.
  const std::string& first_id() const { return first_id_; }
  const std::string& second_id() const { return id_; }

 private:
  bool begins(const AnswerChunk& chunk) const;
  bool names_role_again(const AnswerChunk& chunk) const;
  bool repeats(const AnswerChunk& chunk);

  std::string id_;        // the last that was given
  std::string first_id_;  // the last before the beginning
  std::string opening_;   // of the text, until a role comes again
  std::string again_;     // of the text since then, as long as it repeats the opening
  bool may_repeat_ = false;
  bool has_role_again_ = false;
  bool ids_change_ = false;
  bool has_text_ = false;
  bool text_has_role_ = false;  // the last chunk with text
  bool is_open_ = false;        // some text came without a finish reason
  bool has_ended_ = false;
  bool has_begun_ = false;  // a second time; its text is yet to come
  bool found_ = false;
};

}  // namespace promptctl
