### periode
