#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exchange/message.hpp"
#include "template/output.hpp"

namespace promptctl {

// Makes a conversation of what a template expands to, by the rules of Dotprompt's reference (`toMessages`):
//
// - Text before the first role is the user's. A role begins a message if the one before it has something in it, even
//   where the role is the same; else it only changes that one's role.
// - Nothing is trimmed, but white space alone between two roles, or as a part beside media, does not count. A message
//   without parts is left out.
// - The history stands where `{{history}}` is, and what follows belongs to the model unless a role says otherwise.
//   Without `{{history}}` it stands before the last message if that is the user's, else at the end.
// - A section begins a part of its own. Its name is dropped: messages have no place for it.
class MessageBuilder final : public Output {
 public:
  explicit MessageBuilder(std::vector<Message> history = {});

  void text(std::string_view text) override;
  void marker(const Marker& marker) override;

  // Ends the conversation; the builder is of no use after that.
  std::vector<Message> finish();

 private:
  void accept(const RoleMarker& role);
  void accept(const HistoryMarker& history);
  void accept(const SectionMarker& section);
  void accept(const MediaMarker& media);
  void end_part();
  void end_message();
  void insert_history();

  std::vector<Message> history_;
  bool history_placed_ = false;
  std::vector<Message> messages_;
  Message current_;
  bool has_section_ = false;  // then it counts as a message, though it may end up without parts
  std::string text_;          // of the part that is being read
};

}  // namespace promptctl
