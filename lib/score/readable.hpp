#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace promptctl {

// A reply as it is read for numbers: without Markdown, HTML and TeX, addresses and marks of references, and with the
// digits of every script as 0 to 9. `origins` has the byte of the reply that each byte comes from, and at last its
// size.
struct Readable {
  std::string text;
  std::vector<std::size_t> origins;
};

Readable readable(std::string_view text);

}  // namespace promptctl
