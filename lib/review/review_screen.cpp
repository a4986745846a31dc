#include "review/review_screen.hpp"

#include <fmt/format.h>

#include <utility>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "score/judged_assertion.hpp"

namespace promptctl {
namespace {

// Text of strangers on lines of their own.
std::string block(std::string_view text, std::size_t width) {
  std::string shown;
  for (const std::string_view line : split(text, '\n')) {
    std::string rest = printable(line);
    do {
      std::size_t cut = rest.size();
      if (rest.size() > width) {
        const std::size_t space = rest.rfind(' ', width);
        cut = space == std::string::npos || space == 0 ? width : space;
        while (cut < rest.size() && (static_cast<unsigned char>(rest[cut]) & 0xC0U) == 0x80U) {
          ++cut;  // Not within a character.
        }
      }
      shown += "  " + rest.substr(0, cut) + "\n";
      rest.erase(0, cut < rest.size() && rest[cut] == ' ' ? cut + 1 : cut);
    } while (!rest.empty());
  }
  return shown;
}

}  // namespace

ReviewScreen::ReviewScreen(const ReviewPlan& plan, std::vector<const ReviewItem*> items, const Labels& labels,
                           std::string rater, std::function<std::string()> now, std::function<void(const Label&)> keep)
    : plan_(plan), items_(std::move(items)), rater_(std::move(rater)), now_(std::move(now)), keep_(std::move(keep)) {
  for (std::size_t item = 0; item < items_.size(); ++item) {
    for (std::size_t question = 0; question < plan_.questions.size(); ++question) {
      if (!labels.is_done(items_[item]->digests[question], rater_)) {
        steps_.push_back({item, question});
      }
    }
  }
  is_done_ = steps_.empty();
}

void ReviewScreen::press(const Key& key) {
  notice_.clear();
  if (key.kind == Key::Kind::end) {
    is_done_ = true;
  } else if (takes_line()) {
    if (key.kind == Key::Kind::enter) {
      finish_line();
    } else if (key.kind == Key::Kind::escape) {
      is_done_ = !is_skipping_ && line_.empty();  // Out of a question that takes text there is no other way.
      line_.clear();
      is_skipping_ = false;
    } else if (key.kind == Key::Kind::backspace) {
      while (!line_.empty() && (static_cast<unsigned char>(line_.back()) & 0xC0U) == 0x80U) {
        line_.pop_back();
      }
      line_.resize(line_.empty() ? 0 : line_.size() - 1);
    } else {
      line_ += key.text;
    }
  } else if (key.kind == Key::Kind::character && key.text.size() == 1 && key.text[0] >= '1' && key.text[0] <= '9') {
    press_answer(static_cast<std::size_t>(key.text[0] - '1'));
  } else if (key.text == "s") {
    is_skipping_ = true;
  } else if (key.text == "u") {
    go_back();
  } else if (key.text == "q") {
    is_done_ = true;
  } else if (key.kind == Key::Kind::enter && !question().required) {
    give(std::nullopt, "left empty");
  } else {
    notice_ = "that key does nothing here";
  }
}

void ReviewScreen::press_answer(std::size_t number) {
  if (number >= question().answers.size()) {
    notice_ = fmt::format("there is no answer {}", number + 1);
    return;
  }
  give(question().answers[number].word, "");
}

void ReviewScreen::finish_line() {
  const std::string line(trim(line_));
  line_.clear();
  if (is_skipping_ && line.empty()) {
    notice_ = "a skip needs a reason";
  } else if (is_skipping_) {
    is_skipping_ = false;
    give(std::nullopt, line);
  } else if (line.empty() && question().required) {
    notice_ = "this question needs an answer";
  } else if (line.empty()) {
    give(std::nullopt, "left empty");
  } else {
    give(line, "");
  }
}

void ReviewScreen::give(std::optional<std::string> answer, std::string because) {
  Label label;
  label.item = item().digests[steps_[at_].question];
  label.question = question().id;
  label.case_id = item().golden.id;
  label.run = item().run;
  label.rater = rater_;
  label.at = now_();
  label.answer = std::move(answer);
  label.because = std::move(because);
  keep_(label);
  ++answered_;
  ++at_;
  is_done_ = at_ == steps_.size();
}

void ReviewScreen::go_back() {
  if (at_ == 0) {
    notice_ = "nothing to take back";
    return;
  }
  --at_;
  give(std::nullopt, "undone");
  --at_;
  answered_ -= 2;
  is_done_ = false;
  notice_ = "taken back: answer again";
}

std::string ReviewScreen::text(std::size_t width) const {
  if (is_done_) {
    return "";
  }
  constexpr std::size_t indent = 4;
  const std::size_t inner = width > 2 * indent ? width - indent : width;
  std::string shown = fmt::format("{} of {}\n\nASKED\n{}\nREPLY\n{}", at_ + 1, steps_.size(),
                                  block(case_question(item().golden), inner), block(item().reply, inner));
  if (!plan_.blind) {
    shown += fmt::format("\nrun {}, case {}\n", item().run, printable(item().golden.id));
  }
  shown += fmt::format("\n{}{}\n", printable(question().ask), question().required ? "" : " (Enter leaves it empty)");
  for (std::size_t number = 0; number < question().answers.size(); ++number) {
    const ReviewQuestion::Answer& answer = question().answers[number];
    const bool is_own_key = answer.word == std::to_string(number + 1);
    shown += fmt::format(
        "  {}  {}\n", number + 1,
        printable(is_own_key || answer.word == answer.text ? answer.text
                                                           : fmt::format("{}: {}", answer.word, answer.text)));
  }
  if (is_skipping_) {
    shown += fmt::format("\nskip, because: {}_\n[Enter] skips  [Esc] goes back\n", printable(line_));
  } else if (takes_line()) {
    shown += fmt::format("\n> {}_\n[Enter] answers  [Esc] empties the line, then ends\n", printable(line_));
  } else {
    shown += fmt::format("\n[1-{}] answers  [s] skips  [u] takes back  [q] ends\n", question().answers.size());
  }
  return notice_.empty() ? shown : shown + notice_ + "\n";
}

}  // namespace promptctl
