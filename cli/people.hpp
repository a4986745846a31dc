#pragma once

#include <string>

namespace promptctl::cli {

// "Mia Kern" of "Mia Kern <mia@example.com>".
inline std::string person_name(const std::string& actor) {
  return actor.substr(0, actor.rfind(" <"));
}

}  // namespace promptctl::cli
