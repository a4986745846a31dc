#pragma once

#include <string>

namespace promptctl {

// A key that a person pressed.
struct Key {
  enum class Kind { character, enter, backspace, escape, end };  // end: no more will come

  Kind kind = Kind::character;
  std::string text = {};  // of a character, UTF-8
};

// The keys of a terminal, one by one.
class Keys {
 public:
  virtual ~Keys() = default;

  // Waits for the next one.
  virtual Key next() = 0;
};

}  // namespace promptctl
