void Up(Db db) { }
void Down(Db db) { }
