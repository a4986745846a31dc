#pragma once

#include <string>

#include "review/review_screen.hpp"

namespace promptctl {

// The screen as a page with a form: each answer is a button, which a key presses too. It posts `step`, the screen's
// position, and one of `number` (from 1), `text`, `skip` (a reason) and `undo`. Works without scripts; nothing is
// loaded from elsewhere. `action` is where it posts to.
std::string review_page(const ReviewScreen& screen, const std::string& action);

}  // namespace promptctl
