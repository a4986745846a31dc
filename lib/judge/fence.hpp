#pragma once

#include <string>

#include "score/judges.hpp"

namespace promptctl {

// Texts between tags that nobody who wrote one of them could know: `<reply CODE>` … `</reply CODE>`.
struct FencedTexts {
  std::string code;   // 32 hex digits: 128 bits of a SHA-256
  JudgedTexts texts;  // each between its tags
};

// The code is drawn from the digest of the judge's content and from all texts, so that the same judgement is the same
// request; should one of the texts hold it, it is drawn again with a counter.
FencedTexts fence(const std::string& judge_digest, const JudgedTexts& texts);

}  // namespace promptctl
